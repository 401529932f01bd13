import { fileView } from '#files';
import { Problem } from '#platform';
import { mentionOf } from './post-view.sql.ts';

/**
 * SQL: hands files to the post that the CTE `post` made. Only the author's own attachments that no post has yet.
 * Primary key of files.
 */
export const attachFiles = (ids: string, author: string): string => `
  UPDATE files SET post_id = post.id, community_id = post.community_id FROM post
  WHERE files.id = ANY (${ids}::uuid[]) AND files.owner_id = ${author} AND files.purpose = 'attachment'
    AND files.post_id IS NULL
  RETURNING files.*`;

/** SQL: the files that the CTE `attached` handed over, as the post shows them. */
export const attachedFiles = `coalesce((SELECT json_agg(${fileView('f')} ORDER BY f.id) FROM attached AS f), '[]')`;

/** SQL: the mentions of a post that is being written: a statement does not see what it inserts. */
export const mentionsOfIds = (ids: string): string => `
  CASE WHEN ${ids}::uuid[] = '{}' THEN '[]'::json ELSE coalesce((
    SELECT json_agg(${mentionOf('u')} ORDER BY u.id) FROM users AS u WHERE u.id = ANY (${ids}::uuid[])), '[]') END`;

/** A file that is not there, not the author's, or in another post already: all the same to the sender. */
export function refuseMissingFiles(view: { files: unknown[] }, asked: string[]): void {
  if (view.files.length === asked.length) return;
  const message = 'must be files that you sent and did not attach yet';
  throw new Problem('not-found', { errors: [{ field: 'fileIds', code: 'wrong', message }] });
}
