import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database, DatabaseMetrics, Metrics, Pace, Settings } from '#platform';
import { NotificationsReader } from '../notifications.reader.ts';
import { reachOf } from '../reach/reach.ts';
import { type PersonSettings, SettingsReader } from '../settings/settings.reader.ts';
import { BROWSERS, COUNT_SENT, DONE, DUE, HELD, POSTPONE, STILL_TO_TELL, TAKE_DUE } from './push.queries.ts';
import { messageOf, type PushMessage, summaryOf, type ToTell } from './push-message.ts';
import { type Browser, PushService, type Sent } from './push-service.ts';

const BROWSERS_AT_ONCE = 20;
/** Longer than the slowest sending of all that one browser gets at once. */
const LEASE_SECONDS = 90;
/** Longer than sending one message takes at most. */
const SENDING_SECONDS = 15;
/** More than this at once is one message that says how many. */
const MOST_SINGLE = 3;
/** Of an hour, for one browser. What is more waits for the next hour, and then comes as one. */
export const MOST_AN_HOUR = 40;
/** 15 s, 1 min, 4 min, 16 min, an hour, 4 hours; then it is old news. */
const MOST_TRIES = 7;
const backOffMs = (tries: number): number => 15_000 * 4 ** (tries - 1) * (0.75 + Math.random() / 2);

interface Delivery {
  subscriptionId: string;
  notificationId: string;
  seq: number;
  tries: number;
  /** Until when it was taken. */
  lease: string;
}

interface Subscribed extends Browser {
  id: string;
  userId: string;
  language: string;
  counted: number;
  countedUntil: Date;
}

interface Item {
  delivery: Delivery;
  about: ToTell;
}

/** Sends what is due. What a message speaks of is read only then: what ended or was read meanwhile is not told. */
@Injectable()
export class PushSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Push');
  private readonly pace = new Pace(
    () => this.step(),
    (error) => this.log.error(error.message),
  );
  private readonly counted: (result: Sent['result'], messages: number) => void;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly service: PushService,
    private readonly notifications: NotificationsReader,
    private readonly people: SettingsReader,
    metrics: Metrics,
    databaseMetrics: DatabaseMetrics,
  ) {
    databaseMetrics.watch({ name: 'push', text: DUE });
    this.counted = metrics.counter(
      'kring_push_messages_total',
      'Push messages, by what became of them',
      'result',
    );
  }

  onApplicationBootstrap(): void {
    if (this.settings.KRING_ROLE !== 'web') this.pace.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pace.stop();
  }

  wakeIn(milliseconds: number): void {
    setTimeout(() => this.pace.wake(), milliseconds).unref();
  }

  private async step(): Promise<boolean> {
    const taken = await this.database.run<Delivery>(TAKE_DUE, [BROWSERS_AT_ONCE, LEASE_SECONDS]);
    if (taken.length === 0) return false;
    const byBrowser = Map.groupBy(taken, ({ subscriptionId }) => subscriptionId);
    const ids = [...byBrowser.keys()];
    const [browsers, about] = await Promise.all([
      this.database.run<Subscribed>(BROWSERS, [ids]),
      this.database.run<ToTell>(STILL_TO_TELL, [taken.map(({ notificationId }) => notificationId)]),
    ]);
    const userIds = browsers.map(({ userId }) => userId);
    const [people, unread] = await Promise.all([
      this.people.of(userIds),
      this.notifications.unreadOf(userIds),
    ]);
    const facts = new Map(about.map((one) => [one.id, one]));
    await Promise.all(
      [...byBrowser].map(async ([id, deliveries]) => {
        const browser = browsers.find((one) => one.id === id);
        if (!browser) return this.forget(id);
        const reader = { language: browser.language, unread: unread.get(browser.userId) ?? 0 };
        await this.tell(browser, deliveries, facts, people.get(browser.userId)!, reader);
      }),
    );
    return true;
  }

  private async tell(
    browser: Subscribed,
    deliveries: Delivery[],
    facts: Map<string, ToTell>,
    settings: PersonSettings,
    reader: { language: string; unread: number },
  ): Promise<void> {
    const now = new Date();
    const due: Item[] = [];
    const over: Delivery[] = [];
    for (const delivery of deliveries) {
      const about = facts.get(delivery.notificationId);
      const reach = about?.userId === browser.userId ? reachOf(about.kind, now, settings) : null;
      if (!about || !reach || reach.by === 'list') over.push(delivery);
      else if (reach.by === 'later') await this.postpone([delivery], reach.at, 'untried');
      else due.push({ delivery, about });
    }
    await this.done(browser.id, over);
    if (due.length === 0) return;
    if (browser.counted >= MOST_AN_HOUR)
      return this.postpone(
        due.map(({ delivery }) => delivery),
        browser.countedUntil,
        'untried',
      );
    if (due.length > MOST_SINGLE) return this.send(browser, due, summaryOf(due.length, reader));
    for (const item of due.toSorted((a, b) => a.delivery.seq - b.delivery.seq))
      await this.send(browser, [item], messageOf(item.about, this.settings.PUSH_WORDS, reader));
  }

  private async send(browser: Subscribed, items: Item[], message: PushMessage): Promise<void> {
    const deliveries = items.map(({ delivery }) => delivery);
    if (!(await this.holds(deliveries))) return;
    const sent = await this.service.send(browser, message);
    this.counted(sent.result, 1);
    if (sent.result === 'gone') return this.forget(browser.id);
    if (sent.result === 'unreachable') return this.tryLater(deliveries, sent);
    await this.done(browser.id, deliveries);
    await this.database.run(COUNT_SENT, [browser.id, 1]);
  }

  /** Not after a process was frozen for longer than its lease: then another one sends, or has sent. */
  private async holds(deliveries: Delivery[]): Promise<boolean> {
    const [{ subscriptionId, lease }] = deliveries as [Delivery];
    const ids = deliveries.map(({ notificationId }) => notificationId);
    const found = await this.database.run<{ held: number }>(HELD, [
      subscriptionId,
      ids,
      lease,
      SENDING_SECONDS,
    ]);
    return found[0]!.held === ids.length;
  }

  private async tryLater(deliveries: Delivery[], sent: Sent & { result: 'unreachable' }): Promise<void> {
    const tries = Math.max(...deliveries.map((one) => one.tries));
    if (tries >= MOST_TRIES) return this.done(deliveries[0]!.subscriptionId, deliveries);
    const wait = Math.max(backOffMs(tries), (sent.waitSeconds ?? 0) * 1000);
    await this.postpone(deliveries, new Date(Date.now() + wait), 'tried');
  }

  private async postpone(deliveries: Delivery[], until: Date, how: 'tried' | 'untried'): Promise<void> {
    await this.database.run(POSTPONE, [
      deliveries[0]!.subscriptionId,
      deliveries.map(({ notificationId }) => notificationId),
      until,
      how === 'untried',
      deliveries[0]!.lease,
    ]);
  }

  private async done(subscriptionId: string, deliveries: Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.database.run(DONE, [
      subscriptionId,
      deliveries.map(({ notificationId }) => notificationId),
      deliveries.map(({ seq }) => seq),
    ]);
  }

  /** The browser takes no more, or its session ended: what waits for it goes with it. */
  private async forget(subscriptionId: string): Promise<void> {
    await this.database.query('DELETE FROM push_subscriptions WHERE id = $1', [subscriptionId]);
  }
}
