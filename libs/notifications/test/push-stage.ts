import { type Kring, type Person, startKring } from '#server-testing';
import { PushEndpoint } from './push-endpoint.ts';

const STATE = `SELECT (SELECT count(*) FROM outbox)::int AS left,
  (SELECT max(head - seq) FROM event_log, consumers WHERE name IN ('notifications', 'push'))::int AS lag,
  (SELECT count(*) FROM push_deliveries AS d JOIN push_subscriptions AS s ON s.id = d.subscription_id
   WHERE s.user_id = $1 AND due_at <= now() + interval '2 minutes')::int AS waiting`;

/** A community with Tom, whose browser takes messages, and Sanne; new ones for every test. */
export class PushStage {
  kring!: Kring;
  owner!: Person;
  tom!: Person;
  sanne!: Person;
  place: any;
  browser!: PushEndpoint;

  async open(): Promise<void> {
    this.kring = await startKring({ settings: { ALLOWED_PRIVATE_HOSTS: '127.0.0.1' } });
    this.owner = await this.kring.person('Olga Owner');
  }

  async dress(): Promise<void> {
    [this.tom, this.sanne] = await Promise.all([this.kring.person('Tom'), this.kring.person('Sanne')]);
    this.place = await this.owner.creates('Nieuwbouw');
    for (const person of [this.tom, this.sanne]) await person.joins(this.place);
    this.browser = await PushEndpoint.open();
    await this.subscribes(this.tom, this.browser);
  }

  async subscribes(person: Person, endpoint: PushEndpoint): Promise<any> {
    const { status, body } = await person.api.put('/push/subscription', endpoint.subscription);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Everything that happened was worked out, and what is due is sent. */
  settled(): Promise<void> {
    return until(async () => {
      const [state] = await this.kring.database.query<{ left: number; lag: number; waiting: number }>(STATE, [
        this.tom.id,
      ]);
      return state!.left === 0 && state!.lag === 0 && state!.waiting === 0;
    });
  }

  waiting(): Promise<any[]> {
    return this.kring.database.query<any>(
      `SELECT d.due_at AS "dueAt", d.tries FROM push_deliveries AS d
       JOIN push_subscriptions AS s ON s.id = d.subscription_id WHERE s.user_id = $1`,
      [this.tom.id],
    );
  }

  comesDue(): Promise<unknown> {
    return this.kring.database.query(
      `UPDATE push_deliveries SET due_at = now() FROM push_subscriptions AS s
       WHERE s.id = subscription_id AND s.user_id = $1`,
      [this.tom.id],
    );
  }

  /** What Tom wishes. */
  settings(wish: object) {
    return this.tom.api.patch('/notifications/settings', wish);
  }

  /** A night that lasts all day but one minute, which is not now. */
  quietNow() {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Amsterdam',
      hour: '2-digit',
      minute: '2-digit',
    });
    const at = (minutes: number) => clock.format(new Date(Date.now() + minutes * 60_000));
    return { from: at(-120), until: at(-180), days: [1, 2, 3, 4, 5, 6, 7] };
  }
}

/** Opens a stage for the tests of a file, and closes it behind them. */
export function pushStage(): PushStage {
  const stage = new PushStage();
  beforeAll(() => stage.open());
  afterAll(() => stage.kring.stop());
  beforeEach(() => stage.dress());
  afterEach(() => stage.browser.close());
  return stage;
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('it did not become so');
}
