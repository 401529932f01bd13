import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, type Statement } from '#platform';
import { CommunitiesReader } from './communities.reader.ts';
import type { SuggestedCommunityView } from './dto/community.view.ts';

const MOST = 10;
/** Enough colleagues to tell what a department is busy with; not thousands of them. */
const COLLEAGUES_ASKED = 200;
/** Which ones may be called the largest, and of how many people they must be. */
const LARGEST = 5;
const MEMBERS_OF_LARGE = 5;

/** Listed, open, and not the viewer's ($1): what can be suggested at all. */
const SUGGESTABLE = `
  c.kind IN ('project', 'group') AND c.visibility <> 'secret' AND c.archived_at IS NULL
  AND NOT EXISTS (SELECT FROM memberships AS mine WHERE mine.community_id = c.id AND mine.user_id = $1)
  AND NOT EXISTS (SELECT FROM join_requests AS r WHERE r.community_id = c.id AND r.user_id = $1)`;

/**
 * Where colleagues are: of the viewer's department (users_by_department), people they follow, or people of the
 * projects they are in (memberships_by_user); then by memberships_by_user again.
 */
const WITH_COLLEAGUES = {
  name: 'communities.suggested-by-colleagues',
  text: `
    WITH colleagues AS (
      (SELECT u.id, 'department' AS reason FROM users AS me
       JOIN users AS u ON lower(u.department) = lower(me.department) AND u.id <> me.id AND u.deactivated_at IS NULL
       WHERE me.id = $1 LIMIT ${COLLEAGUES_ASKED})
      UNION ALL
      (SELECT stream.person_id, 'colleagues' FROM memberships AS follows
       JOIN communities AS stream ON stream.id = follows.community_id AND stream.person_id <> $1
       WHERE follows.user_id = $1 LIMIT ${COLLEAGUES_ASKED})
      UNION ALL
      (SELECT DISTINCT beside.user_id, 'project' FROM memberships AS mine
       JOIN communities AS p ON p.id = mine.community_id AND p.kind = 'project' AND p.archived_at IS NULL
       JOIN memberships AS beside ON beside.community_id = p.id AND beside.user_id <> $1
       WHERE mine.user_id = $1 LIMIT ${COLLEAGUES_ASKED}))
    SELECT c.id, colleagues.reason, count(*)::int AS count
    FROM colleagues JOIN memberships AS m ON m.user_id = colleagues.id
    JOIN communities AS c ON c.id = m.community_id
    WHERE ${SUGGESTABLE}
    GROUP BY c.id, colleagues.reason
    ORDER BY array_position(ARRAY['department', 'colleagues', 'project'], colleagues.reason), count DESC, c.id LIMIT ${MOST * 3}`,
} satisfies Statement;

/**
 * What is really among the largest, the viewer's own counted, and more than a handful; and what began lately.
 * Reads the directory once each (communities_by_name): some thousands of rows at most.
 */
const LARGEST_OR_NEW = {
  name: 'communities.suggested-as-largest-or-new',
  text: `
    (SELECT c.id, 'popular' AS reason, c.member_count AS count FROM (
       SELECT * FROM communities AS c
       WHERE c.kind IN ('project', 'group') AND c.visibility <> 'secret' AND c.archived_at IS NULL
         AND c.member_count >= ${MEMBERS_OF_LARGE}
       ORDER BY c.member_count DESC, c.id LIMIT ${LARGEST}) AS c
     WHERE ${SUGGESTABLE} ORDER BY c.member_count DESC, c.id)
    UNION ALL
    (SELECT c.id, 'new', c.member_count FROM communities AS c
     WHERE ${SUGGESTABLE} AND c.created_at > now() - interval '30 days'
     ORDER BY c.created_at DESC, c.id LIMIT ${MOST})`,
} satisfies Statement;

type Suggestion = Pick<SuggestedCommunityView, 'id' | 'reason' | 'count'>;

/** Communities that somebody is not in and may want to be in. Guests are let in, they do not look around. */
@Injectable()
export class SuggestionsReader {
  constructor(
    private readonly database: Database,
    private readonly communities: CommunitiesReader,
  ) {}

  async suggestions(viewer: Viewer): Promise<SuggestedCommunityView[]> {
    if (viewer.guest) return [];
    const found = [
      ...(await this.database.run<Suggestion>(WITH_COLLEAGUES, [viewer.userId])),
      ...(await this.database.run<Suggestion>(LARGEST_OR_NEW, [viewer.userId])),
    ];
    // The strongest reason is the first one that names it.
    const once = [...new Map([...found].reverse().map((each) => [each.id, each])).values()].reverse();
    const chosen = once.slice(0, MOST);
    const views = await this.communities.byId(
      viewer,
      chosen.map(({ id }) => id),
    );
    return chosen.flatMap(({ id, reason, count }) => {
      const view = views.get(id);
      return view ? [{ ...view, reason, count }] : [];
    });
  }
}
