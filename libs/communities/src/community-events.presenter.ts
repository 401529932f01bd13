import { Injectable } from '@nestjs/common';
import type { Audience, EventPresenter, LoggedEvent, ShownEvent } from '#platform';
import { CommunitiesReader } from './communities.reader.ts';
import type { CommunityFacts } from './dto/community.view.ts';
import { COMMUNITY_EVENTS, type ToldCommunity } from './dto/community-events.view.ts';

type Shown = ShownEvent<typeof COMMUNITY_EVENTS>;

/** `community.created`, `community.changed`: the card for employees, all of it for readers. */
@Injectable()
export class CommunityEventsPresenter implements EventPresenter {
  readonly types = Object.keys(COMMUNITY_EVENTS);

  constructor(private readonly communities: CommunitiesReader) {}

  audienceOf({ type, data }: LoggedEvent): Audience {
    return type === 'community.hidden' || data.audience === 'employees' ? 'employees' : 'community';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, Shown>> {
    const facts = await this.communities.facts(events.map(({ communityId }) => communityId!));
    const shown = events.flatMap((event): Array<[number, Shown]> => {
      const community = facts.get(event.communityId!);
      if (!community) return [];
      if (event.type === 'community.hidden') return [[event.seq, { communityId: community.id }]];
      if (this.audienceOf(event) === 'community') return [[event.seq, { community }]];
      // It may have gone out of sight since.
      return community.visibility === 'secret' ? [] : [[event.seq, { community: cardOf(community) }]];
    });
    return new Map(shown);
  }
}

/** What everybody who may know of it may see. Without `milestones`: what a client has of them stays. */
export function cardOf(community: CommunityFacts): ToldCommunity {
  const { milestones: _, ...card } = community;
  return community.visibility === 'public' ? community : card;
}
