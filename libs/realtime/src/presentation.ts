import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { EventPresenters, isPassing, type LoggedEvent, type PresentedEvent } from '#platform';

const TRIES = 20;
const BETWEEN_TRIES_MS = 250;

/** Makes the views of events, through trouble of the database and past an event that cannot be shown. */
@Injectable()
export class Presentation {
  private readonly log = new Logger('Presentation');

  constructor(private readonly presenters: EventPresenters) {}

  /** @throws when the database stays away for five seconds. */
  async of(events: LoggedEvent[]): Promise<PresentedEvent[]> {
    if (events.length === 0) return [];
    try {
      return await patiently(() => this.presenters.present(events));
    } catch (error) {
      if (isPassing(error)) throw error;
    }
    const apart = await Promise.all(events.map((event) => this.ofOne(event)));
    return apart.flat();
  }

  private async ofOne(event: LoggedEvent): Promise<PresentedEvent[]> {
    try {
      return await this.presenters.present([event]);
    } catch (error) {
      this.log.error(`Cannot show ${event.type} ${event.seq}: ${(error as Error).stack}`);
      return [];
    }
  }
}

/** Tries again as long as the trouble is one that passes. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (tries >= TRIES || !isPassing(error)) throw error;
      await pause(BETWEEN_TRIES_MS);
    }
}
