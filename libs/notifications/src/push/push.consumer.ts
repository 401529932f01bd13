import { Injectable } from '@nestjs/common';
import type { EventConsumer, LoggedEvent, RecordingTransaction } from '#platform';
import type { NotificationKind } from '../dto/notification.view.ts';
import { reachOf } from '../reach/reach.ts';
import { SettingsReader } from '../settings/settings.reader.ts';
import { BROWSERS_TO_TELL, ENQUEUE } from './push.queries.ts';
import { PushSender } from './push-sender.ts';

interface ToTell {
  notificationId: string;
  userId: string;
  kind: NotificationKind;
  seq: number;
  at: Date;
  subscriptionId: string;
}

/** After the transaction of the consumer; whatever is later is found by looking. */
const SOON_MS = 60;

/** Decides what of the notifications is pushed, and when; `PushSender` sends it. */
@Injectable()
export class PushConsumer implements EventConsumer {
  readonly name = 'push';
  readonly types = ['notification.created'];

  constructor(
    private readonly settings: SettingsReader,
    private readonly sender: PushSender,
  ) {}

  async consume(events: LoggedEvent[], transaction: RecordingTransaction): Promise<void> {
    const ids = events.map(({ data }) => data.notificationId as string);
    const toTell = await transaction.run<ToTell>(BROWSERS_TO_TELL, [[...new Set(ids)]]);
    if (toTell.length === 0) return;
    const settings = await this.settings.of(
      toTell.map(({ userId }) => userId),
      transaction,
    );
    const due = toTell.flatMap((one) => {
      const reach = reachOf(one.kind, one.at, settings.get(one.userId)!);
      return reach.by === 'list' ? [] : [{ ...one, dueAt: reach.by === 'later' ? reach.at : one.at }];
    });
    await transaction.run(ENQUEUE, [
      due.map(({ subscriptionId }) => subscriptionId),
      due.map(({ notificationId }) => notificationId),
      due.map(({ seq }) => seq),
      due.map(({ dueAt }) => dueAt),
    ]);
    this.sender.wakeIn(SOON_MS);
  }
}
