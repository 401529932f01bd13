import type { Statement } from '#platform';
import type { SentDraft } from './dto/sent-draft.dto.ts';

/*
 * A post takes the draft it was made of along: a post that is refused leaves it, and no device shows it again once
 * the post is there. The table is the drafts lib's, which knows this one and is not known to it; but one transaction
 * has to do both.
 */

/** What the statements below take last: the place, and the version. */
export const sentDraftValues = (draft: SentDraft | undefined, usualPlace: string): [string, number] => [
  draft?.place ?? usualPlace,
  draft?.version ?? 0,
];

/**
 * SQL, two CTEs: drops the draft of `user` at `place`, if the CTE `written` has a row. Not one of a later version,
 * which is another text, unless it says the very same. Primary key of drafts.
 */
export const dropSentDraft = (parts: Record<'written' | 'user' | 'place' | 'version' | 'body', string>) => `
  sent AS (
    DELETE FROM drafts USING ${parts.written} AS written
    WHERE drafts.user_id = ${parts.user} AND drafts.place = ${parts.place}::text
      AND (drafts.version <= ${parts.version}::bigint OR drafts.body = ${parts.body} AND drafts.body <> '')
    RETURNING drafts.place
  ), told AS (
    INSERT INTO outbox (type, user_id, actor_id, data)
    SELECT 'draft.changed', ${parts.user}, ${parts.user}, jsonb_build_object('place', place) FROM sent
  )`;

/** The same for a post that is there already: $1 user, $2 its body, $3 place, $4 version. */
export const DROP_SENT_DRAFT = {
  name: 'posts.drop-sent-draft',
  text: `
    WITH written AS (SELECT), ${dropSentDraft({
      written: 'written',
      user: '$1::uuid',
      place: '$3',
      version: '$4',
      body: '$2',
    })}
    SELECT place FROM sent`,
} satisfies Statement;
