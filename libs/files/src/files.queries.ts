import { knownCommunity, readableCommunity, visiblePerson } from '#access';
import type { Statement } from '#platform';

/** SQL: the JSON of a FileView for the row of `files` that `alias` names. */
export const fileView = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'mediaType', ${alias}.media_type,
    'size', ${alias}.size, 'width', ${alias}.width, 'height', ${alias}.height,
    'url', '/api/v1/files/' || ${alias}.id)`;

/** SQL: the JSON list of the files of the post that `alias` names; none once it is deleted. Index files_by_post. */
export const filesOf = (alias: string): string =>
  `(SELECT coalesce(json_agg(${fileView('f')} ORDER BY f.id), '[]') FROM files AS f
    WHERE f.post_id = ${alias}.id AND ${alias}.deleted_at IS NULL)`;

/**
 * Who may open a file ($3): its owner, until it is attached; then whoever may read the post. A portrait is seen
 * with its person, a picture with its community. Posts and communities stand above or beside this lib: only
 * their tables are asked. All by primary key, and communities_by_picture.
 */
export const OPENABLE = {
  name: 'files.openable',
  text: `
    SELECT f.id, f.purpose, f.name, f.media_type AS "mediaType", f.size, f.width, f.sha256
    FROM files AS f
    WHERE f.id = $3 AND CASE
      WHEN f.post_id IS NOT NULL THEN EXISTS (
        SELECT FROM posts AS p JOIN communities AS c ON c.id = p.community_id
        WHERE p.id = f.post_id AND p.deleted_at IS NULL AND ${readableCommunity('c', '$1::uuid', '$2::boolean')})
      WHEN f.owner_id = $1::uuid THEN true
      WHEN f.purpose = 'portrait' THEN EXISTS (
        SELECT FROM users AS u
        WHERE u.id = f.owner_id AND u.portrait_id = f.id AND ${visiblePerson('u', '$1::uuid', '$2::boolean')})
      WHEN f.purpose = 'picture' THEN EXISTS (
        SELECT FROM communities AS c
        WHERE c.picture_id = f.id AND ${knownCommunity('c', '$1::uuid', '$2::boolean')})
      ELSE false END`,
} satisfies Statement;

/** The file ($1), if it is the organisation's logo now. Primary key; organisations has one row. */
export const LOGO = {
  name: 'files.logo',
  text: `
    SELECT f.id, f.purpose, f.name, f.media_type AS "mediaType", f.size, f.width, f.sha256
    FROM organisations AS o JOIN files AS f ON f.id = o.logo_id WHERE f.id = $1`,
} satisfies Statement;
