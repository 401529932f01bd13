import { Injectable, Logger } from '@nestjs/common';
import { Database, type Statement } from '../database/database.ts';
import { EVENT_COLUMNS, type LoggedEvent } from './event.ts';
import { Pace } from './pace.ts';
import { Sequencer } from './sequencer.ts';
import { WakeCalls } from './wake-calls.ts';

const BATCH = 500;

/** Primary key range of `events`. */
const NEXT = {
  name: 'event-tail.next',
  text: `SELECT ${EVENT_COLUMNS} FROM events WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
} satisfies Statement;

export type TailListener = (events: LoggedEvent[]) => Promise<void>;

/**
 * Follows the log in this process and hands each batch, in order, to its listeners; the next batch waits for
 * them. Starts at the head: what came before is asked for by whoever missed it.
 */
@Injectable()
export class EventTail {
  private readonly log = new Logger('EventTail');
  private readonly listeners: TailListener[] = [];
  private seq = 0;
  private readonly pace = new Pace(
    () => this.step(),
    (error) => this.log.warn(`Interrupted, tries again: ${error.message}`),
  );

  constructor(
    private readonly database: Database,
    sequencer: Sequencer,
    wakeCalls: WakeCalls,
  ) {
    sequencer.onNumbered(() => this.pace.wake());
    wakeCalls.on('kring_events', () => this.pace.wake());
  }

  /** The number of the last event that every listener in this process has seen. */
  get position(): number {
    return this.seq;
  }

  onEvents(listener: TailListener): void {
    this.listeners.push(listener);
  }

  async start(): Promise<void> {
    const [log] = await this.database.query<{ head: number }>('SELECT head FROM event_log');
    this.seq = log!.head;
    this.pace.start();
  }

  stop(): Promise<void> {
    return this.pace.stop();
  }

  private async step(): Promise<boolean> {
    const events = await this.database.run<LoggedEvent>(NEXT, [this.seq]);
    if (events.length === 0) return false;
    for (const listener of this.listeners)
      await listener(events).catch((error) => this.log.error(`A listener failed: ${error.stack}`));
    this.seq = events.at(-1)!.seq;
    return events.length === BATCH;
  }
}
