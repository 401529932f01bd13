import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, decodeCursor, pageOf, type Statement } from '#platform';
import { type PersonChip, personChip } from '#users';
import type { AcknowledgementsView, ListAcknowledgementsQuery } from './dto/acknowledgements.dto.ts';
import { isoTime } from './post-view.sql.ts';
import { refuseToTellWhoRead } from './rules.ts';
import { Standpoint } from './standpoint.ts';
import { askedOf } from './thread-view.sql.ts';

/** Whoever thread $1 asks, with when they confirmed. Primary keys of memberships and acknowledgements. */
const ASKED = `
  SELECT u.id, lower(u.name) AS key, ${personChip('u')} AS chip, a.at
  FROM threads AS t
  JOIN memberships AS m ON m.community_id = t.community_id
  JOIN users AS u ON u.id = m.user_id AND u.deactivated_at IS NULL AND u.role <> 'bot'
  LEFT JOIN acknowledgements AS a
    ON a.thread_id = t.id AND a.user_id = m.user_id AND a.at >= t.acknowledgement_asked_at
  WHERE t.id = $1 AND ${askedOf('m', 'm.user_id')}`;

const COUNT = {
  name: 'posts.count-acknowledgements',
  text: `SELECT count(*)::int AS asked, count(at)::int AS given FROM (${ASKED}) AS asked`,
} satisfies Statement;

/** $2: those who did, $3 and $4 the cursor, $5 how many. */
const LIST = {
  name: 'posts.list-acknowledgements',
  text: `
    SELECT id, key, chip AS user, ${isoTime('at')} AS at FROM (${ASKED}) AS asked
    WHERE (at IS NOT NULL) = $2 AND ($3::text IS NULL OR (key, id) > ($3, $4::uuid))
    ORDER BY key, id LIMIT $5`,
} satisfies Statement;

interface Row {
  id: string;
  key: string;
  user: PersonChip;
  at: string | null;
}

/** Who confirmed that they read an announcement, and who did not. */
@Injectable()
export class AcknowledgementsReader {
  constructor(
    private readonly database: Database,
    private readonly standpoint: Standpoint,
  ) {}

  /** @throws Problem not-found, forbidden */
  async ofThread(
    viewer: Viewer,
    threadId: string,
    { state, limit, cursor }: ListAcknowledgementsQuery,
  ): Promise<AcknowledgementsView> {
    refuseToTellWhoRead(viewer, await this.standpoint.ofThread(viewer, threadId));
    const after = decodeCursor(cursor, 'text', 'id') ?? [null, null];
    const values = [threadId, state === 'given', ...after, limit + 1];
    const rows = await this.database.run<Row>(LIST, values);
    const [counts] = await this.database.run<{ asked: number; given: number }>(COUNT, [threadId]);
    const page = pageOf(
      rows,
      limit,
      ({ key, id }) => [key, id],
      ({ user, at }) => ({ user, at }),
    );
    return { ...page, ...counts! };
  }
}
