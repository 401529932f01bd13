import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from './event.ts';

/**
 * Who gets an event: readers of its community, the one person it names, both, every employee (guests not), or
 * nobody outside the server.
 */
export type Audience = 'community' | 'user' | 'both' | 'employees' | 'nobody';

/**
 * Makes what clients get of an event, from the current state: text that was deleted meanwhile is not told, and
 * applying the same event twice changes nothing. The answer is the same for every reader.
 */
export interface EventPresenter {
  readonly types: readonly string[];
  audienceOf(event: LoggedEvent): Audience;
  /** By `seq`. An event that is missing is not delivered: what it speaks of is gone. */
  present(events: LoggedEvent[]): Promise<Map<number, object>>;
}

export interface PresentedEvent {
  event: LoggedEvent;
  audience: Audience;
  data: object;
}

/** Each lib registers how its events look outside. */
@Injectable()
export class EventPresenters {
  private readonly byType = new Map<string, EventPresenter>();

  add(presenter: EventPresenter): void {
    for (const type of presenter.types) {
      if (this.byType.has(type)) throw new Error(`Two presenters for ${type}`);
      this.byType.set(type, presenter);
    }
  }

  /** What nobody presents reaches nobody. */
  audienceOf(event: LoggedEvent): Audience {
    return this.byType.get(event.type)?.audienceOf(event) ?? 'nobody';
  }

  get types(): string[] {
    return [...this.byType.keys()];
  }

  /** In the order of the log. One call of each presenter, however many events. */
  async present(events: LoggedEvent[]): Promise<PresentedEvent[]> {
    const shares = Map.groupBy(events, (event) => this.byType.get(event.type));
    const data = new Map<number, object>();
    await Promise.all(
      [...shares].map(async ([presenter, share]) => {
        for (const [seq, made] of (await presenter?.present(share)) ?? []) data.set(seq, made);
      }),
    );
    return events
      .filter((event) => data.has(event.seq))
      .map((event) => ({
        event,
        audience: this.audienceOf(event),
        data: data.get(event.seq)!,
      }));
  }
}
