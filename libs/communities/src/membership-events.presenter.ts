import { Injectable } from '@nestjs/common';
import {
  type Audience,
  Database,
  type EventPresenter,
  type LoggedEvent,
  type ShownEvent,
  type Statement,
} from '#platform';
import { People, type PersonChip } from '#users';
import { CommunitiesReader } from './communities.reader.ts';
import type { MemberRole, NotificationLevel } from './community.ts';
import { cardOf } from './community-events.presenter.ts';
import type { CommunityFacts } from './dto/community.view.ts';
import { MEMBERSHIP_EVENTS } from './dto/community-events.view.ts';

interface Standing {
  role: MemberRole | null;
  level: NotificationLevel | null;
  requested: boolean;
  invited: boolean;
}

/** Pairs of community and user, each by primary key. */
const STANDINGS = {
  name: 'communities.standings',
  text: `
    SELECT pair.community_id AS "communityId", pair.user_id AS "userId", m.role, m.level,
      EXISTS (SELECT FROM join_requests AS r
        WHERE r.community_id = pair.community_id AND r.user_id = pair.user_id) AS requested,
      EXISTS (SELECT FROM community_invitations AS i
        WHERE i.community_id = pair.community_id AND i.user_id = pair.user_id) AS invited
    FROM unnest($1::uuid[], $2::uuid[]) AS pair (community_id, user_id)
    LEFT JOIN memberships AS m USING (community_id, user_id)`,
} satisfies Statement;

type Shown = ShownEvent<typeof MEMBERSHIP_EVENTS>;

const NOBODY: Standing = { role: null, level: null, requested: false, invited: false };

/** Everything about somebody in a community, from how things stand now. */
@Injectable()
export class MembershipEventsPresenter implements EventPresenter {
  readonly types = Object.keys(MEMBERSHIP_EVENTS);

  constructor(
    private readonly database: Database,
    private readonly communities: CommunitiesReader,
    private readonly people: People,
  ) {}

  audienceOf({ type }: LoggedEvent): Audience {
    return type.startsWith('membership.') ? 'both' : 'user';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, Shown>> {
    const [facts, chips, standings] = await Promise.all([
      this.communities.facts(events.map(({ communityId }) => communityId!)),
      this.people.chips(events.flatMap((event) => [subjectOf(event), event.actorId ?? []].flat())),
      this.standings(events),
    ]);
    const shown = events.flatMap((event): Array<[number, Shown]> => {
      const community = facts.get(event.communityId!);
      const user = chips.get(subjectOf(event));
      if (!community || !user) return [];
      const of = (userId: string) => standings.get(`${community.id} ${userId}`) ?? NOBODY;
      const actor = event.actorId ? (chips.get(event.actorId) ?? null) : null;
      const data = presentOne(event, community, user, actor, of);
      return data ? [[event.seq, data]] : [];
    });
    return new Map(shown);
  }

  private async standings(events: LoggedEvent[]): Promise<Map<string, Standing>> {
    const pairs = events.flatMap((event) =>
      [...new Set([event.userId!, subjectOf(event)])].map((userId) => [event.communityId!, userId] as const),
    );
    const rows = await this.database.run<Standing & { communityId: string; userId: string }>(STANDINGS, [
      pairs.map(([communityId]) => communityId),
      pairs.map(([, userId]) => userId),
    ]);
    return new Map(
      rows.map(({ communityId, userId, ...standing }) => [`${communityId} ${userId}`, standing]),
    );
  }
}

/** Whom the event speaks of: of requests not the moderator who is told. */
const subjectOf = ({ userId, data }: LoggedEvent): string =>
  typeof data.requesterId === 'string' ? data.requesterId : userId!;

function presentOne(
  { type, userId, data }: LoggedEvent,
  community: CommunityFacts,
  user: PersonChip,
  actor: PersonChip | null,
  of: (userId: string) => Standing,
): Shown | null {
  const standing = of(user.id);
  const { id: communityId, memberCount } = community;
  const about = { communityId, userId: user.id, user };
  const role = standing.role ?? (data.role as MemberRole);
  switch (type) {
    case 'membership.started':
      // What they see of a community once they are in it; nothing any more when they are out again.
      return { ...about, role, memberCount, ...(standing.role && { community }) };
    case 'membership.changed':
    case 'membership.ended':
      return { ...about, role, memberCount };
    case 'request.made':
      return standing.requested && runsIt(of(userId!)) ? about : null;
    case 'request.closed':
      return runsIt(of(userId!)) ? about : null;
    case 'invitation.made':
      return standing.invited ? { communityId, community: cardOf(community), invitedBy: actor } : null;
    default: {
      const { level, requested, invited } = standing;
      const mine = standing.role && level && { role: standing.role, level };
      return { communityId, mine, request: mine ? null : requested ? 'pending' : invited ? 'invited' : null };
    }
  }
}

const runsIt = ({ role }: Standing): boolean => role === 'owner' || role === 'moderator';
