import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Audience, type EventPresenter, EventPresenters, type LoggedEvent } from '#platform';
import { CATCH_UP_EVENTS } from './dto/catch-up.view.ts';

/** Tells a reader's devices that they put something aside elsewhere. */
@Injectable()
export class CatchUpEventsPresenter implements EventPresenter, OnModuleInit {
  readonly types = Object.keys(CATCH_UP_EVENTS);

  constructor(private readonly presenters: EventPresenters) {}

  onModuleInit(): void {
    this.presenters.add(this);
  }

  audienceOf(): Audience {
    return 'user';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, object>> {
    return new Map(events.map(({ seq }) => [seq, {}]));
  }
}
