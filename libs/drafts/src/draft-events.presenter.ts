import { Injectable } from '@nestjs/common';
import type { Audience, EventPresenter, LoggedEvent, ShownEvent } from '#platform';
import { DraftsReader, keyOf } from './drafts.reader.ts';
import { DRAFT_EVENTS } from './dto/draft.view.ts';

type Shown = ShownEvent<typeof DRAFT_EVENTS>;

/** To the devices of one person: the draft as it is now, or that it is gone. */
@Injectable()
export class DraftEventsPresenter implements EventPresenter {
  readonly types = Object.keys(DRAFT_EVENTS);

  constructor(private readonly drafts: DraftsReader) {}

  audienceOf(): Audience {
    return 'user';
  }

  async present(events: LoggedEvent[]): Promise<Map<number, Shown>> {
    const places = events.map(({ seq, userId, data }) => ({
      seq,
      userId: userId!,
      place: String(data.place),
    }));
    const drafts = await this.drafts.atPlaces(places);
    return new Map(
      places.map(({ seq, userId, place }) => [
        seq,
        { place, draft: drafts.get(keyOf(userId, place)) ?? null },
      ]),
    );
  }
}
