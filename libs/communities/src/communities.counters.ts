import type { Counter, Recorder, Sql } from '#platform';
import { announce } from './announce.ts';
import type { CommunityKind, Visibility } from './community.ts';

const HOLD = 'SELECT FROM communities WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE';

async function tell(transaction: Recorder & Sql, corrected: Array<{ id: string }>): Promise<void> {
  const communities = await transaction.query<{ id: string; kind: CommunityKind; visibility: Visibility }>(
    'SELECT id, kind, visibility FROM communities WHERE id = ANY ($1) ORDER BY id',
    [corrected.map(({ id }) => id)],
  );
  for (const community of communities) await announce(transaction, 'community.changed', community, null);
}

/** Primary keys of communities and memberships. */
const MEMBERS: Counter = {
  name: 'members of communities',
  table: 'communities',
  wrong: (which) => `
    SELECT c.id, c.member_count::text AS stands, count(m.user_id)::text AS counted
    FROM communities AS c LEFT JOIN memberships AS m ON m.community_id = c.id
    WHERE ${which('c.id')}
    GROUP BY c.id
    HAVING c.member_count <> count(m.user_id)`,
  hold: [HOLD],
  correct: (wrong) => `
    UPDATE communities SET member_count = found.counted::int FROM (${wrong}) AS found
    WHERE communities.id = found.id RETURNING communities.id`,
  tell,
};

/** But for those whom the consumer has still to see. Primary key of communities, events_by_user. */
const NAMES_OF_STREAMS: Counter = {
  name: 'names of streams',
  table: 'communities',
  wrong: (which) => `
    SELECT c.id, '(another name)' AS stands, '(that of the person)' AS counted
    FROM communities AS c JOIN users AS u ON u.id = c.person_id
    WHERE ${which('c.id')} AND c.name <> u.name
      AND NOT EXISTS (SELECT FROM outbox WHERE outbox.user_id = u.id)
      AND NOT EXISTS (
        SELECT FROM events WHERE events.user_id = u.id
          AND seq > (SELECT seq FROM consumers WHERE name = 'communities.streams-keep-names'))`,
  hold: [HOLD],
  correct: (wrong) => `
    UPDATE communities SET name = u.name, version = communities.version + 1
    FROM (${wrong}) AS found, users AS u
    WHERE communities.id = found.id AND u.id = communities.person_id RETURNING communities.id`,
  tell,
};

/** What this lib keeps beside its rows. */
export const COMMUNITY_COUNTERS: Counter[] = [MEMBERS, NAMES_OF_STREAMS];
