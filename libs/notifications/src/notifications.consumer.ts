import { Injectable } from '@nestjs/common';
import type { EventConsumer, LoggedEvent, RecordingTransaction } from '#platform';
import { CONCERNING, MAKE_NOTIFICATIONS } from './make-notifications.sql.ts';
import { READ_ALONG, READS } from './read-along.sql.ts';

/** An announcement to 50,000 people takes seconds, not the fraction of one that a request may. */
const MOST_SECONDS = 600;

/** Works out whom events concern. Who may be told what, and why, stands in `make-notifications.sql.ts`. */
@Injectable()
export class NotificationsConsumer implements EventConsumer {
  readonly name = 'notifications';
  readonly types = [...new Set([...CONCERNING, ...READS])];

  async consume(events: LoggedEvent[], transaction: RecordingTransaction): Promise<void> {
    const concerning = events.filter(({ type }) => CONCERNING.includes(type)).map(({ seq }) => seq);
    if (concerning.length > 0) {
      await transaction.mayTake(MOST_SECONDS);
      await transaction.run(MAKE_NOTIFICATIONS, [concerning]);
    }
    const reading = events.filter(({ type }) => READS.has(type)).map(({ seq }) => seq);
    if (reading.length > 0) await transaction.run(READ_ALONG, [reading]);
  }
}
