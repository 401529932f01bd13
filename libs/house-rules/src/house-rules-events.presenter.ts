import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Audience, type EventPresenter, EventPresenters, type LoggedEvent } from '#platform';
import { HOUSE_RULES_EVENTS } from './dto/house-rules.view.ts';

/** Open clients ask at once; guests are asked when they next come, or next write. */
@Injectable()
export class HouseRulesEventsPresenter implements EventPresenter, OnModuleInit {
  readonly types = Object.keys(HOUSE_RULES_EVENTS);

  constructor(private readonly presenters: EventPresenters) {}

  onModuleInit(): void {
    this.presenters.add(this);
  }

  audienceOf({ type }: LoggedEvent): Audience {
    return type === 'house-rules.accepted' ? 'user' : 'employees';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, object>> {
    return new Map(
      events.map(({ seq, type, actorId, data }) => {
        const { version } = data;
        return [seq, type === 'house-rules.accepted' ? { version } : { version, publishedById: actorId }];
      }),
    );
  }
}
