import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, type Statement } from '#platform';
import { personChip } from '#users';
import type { SuggestedPersonView } from './dto/suggested-people.view.ts';

const MOST = 6;
/** Enough colleagues to choose from; not thousands of them. */
const ASKED = 200;
/** In a larger community one hardly meets. */
const LARGEST = 500;

/**
 * Colleagues whom the viewer ($1) does not follow: who leads them, who is in their department (users_by_department),
 * who shares projects and groups (memberships_by_user, primary key of memberships); then those most followed.
 */
const PEOPLE_TO_FOLLOW = {
  name: 'communities.people-to-follow',
  text: `
    WITH near AS (
      (SELECT manager_id AS id, 1 AS rank, 'manager' AS reason, 1 AS count FROM users WHERE id = $1)
      UNION ALL
      (SELECT u.id, 2, 'department', 1 FROM users AS me
       JOIN users AS u ON lower(u.department) = lower(me.department)
       WHERE me.id = $1 LIMIT ${ASKED})
      UNION ALL
      (SELECT theirs.user_id, 3, 'communities', count(*)::int FROM memberships AS mine
       JOIN communities AS c ON c.id = mine.community_id AND c.kind IN ('project', 'group')
         AND c.member_count <= ${LARGEST}
       JOIN memberships AS theirs ON theirs.community_id = c.id
       WHERE mine.user_id = $1 GROUP BY theirs.user_id LIMIT ${ASKED})
    ), best AS (
      SELECT DISTINCT ON (id) id, rank, reason, count FROM near WHERE id <> $1 ORDER BY id, rank
    )
    SELECT ${personChip('u')} AS person, own.id AS "personCommunityId", best.reason, best.count
    FROM best JOIN users AS u ON u.id = best.id AND u.deactivated_at IS NULL
    JOIN communities AS own ON own.person_id = u.id
    WHERE NOT EXISTS (
      SELECT FROM memberships AS mine WHERE mine.community_id = own.id AND mine.user_id = $1)
    ORDER BY best.rank, best.count DESC, own.member_count DESC, u.id LIMIT ${MOST}`,
} satisfies Statement;

/** People whom somebody may want to follow. Guests follow nobody. */
@Injectable()
export class PeopleToFollowReader {
  constructor(private readonly database: Database) {}

  async suggestions(viewer: Viewer): Promise<SuggestedPersonView[]> {
    if (viewer.guest) return [];
    return this.database.run<SuggestedPersonView>(PEOPLE_TO_FOLLOW, [viewer.userId]);
  }
}
