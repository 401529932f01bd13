import { type Kring, type Person, startKring } from '#server-testing';
import { PushEndpoint, vapidClaims } from './push-endpoint.ts';

let kring: Kring;
let owner: Person;
let tom: Person;
let sanne: Person;
let place: any;
let browser: PushEndpoint;

beforeAll(async () => {
  kring = await startKring({ settings: { ALLOWED_PRIVATE_HOSTS: '127.0.0.1' } });
  owner = await kring.person('Olga Owner');
});
afterAll(() => kring.stop());

beforeEach(async () => {
  [tom, sanne] = await Promise.all([kring.person('Tom'), kring.person('Sanne')]);
  place = await owner.creates('Nieuwbouw');
  for (const person of [tom, sanne]) await person.joins(place);
  browser = await PushEndpoint.open();
  await subscribes(tom, browser);
});
afterEach(() => browser.close());

async function subscribes(person: Person, endpoint: PushEndpoint): Promise<any> {
  const { status, body } = await person.api.put('/push/subscription', endpoint.subscription);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('it did not become so');
}

const STATE = `SELECT (SELECT count(*) FROM outbox)::int AS left,
  (SELECT max(head - seq) FROM event_log, consumers WHERE name IN ('notifications', 'push'))::int AS lag,
  (SELECT count(*) FROM push_deliveries AS d JOIN push_subscriptions AS s ON s.id = d.subscription_id
   WHERE s.user_id = $1 AND due_at <= now() + interval '2 minutes')::int AS waiting`;

/** Everything that happened was worked out, and what is due is sent. */
const settled = () =>
  until(async () => {
    const [state] = await kring.database.query<{ left: number; lag: number; waiting: number }>(STATE, [
      tom.id,
    ]);
    return state!.left === 0 && state!.lag === 0 && state!.waiting === 0;
  });

const waiting = () =>
  kring.database.query<any>(
    `SELECT d.due_at AS "dueAt", d.tries FROM push_deliveries AS d
     JOIN push_subscriptions AS s ON s.id = d.subscription_id WHERE s.user_id = $1`,
    [tom.id],
  );
const comesDue = () =>
  kring.database.query(
    `UPDATE push_deliveries SET due_at = now() FROM push_subscriptions AS s
     WHERE s.id = subscription_id AND s.user_id = $1`,
    [tom.id],
  );
const settings = (wish: object) => tom.api.patch('/notifications/settings', wish);
/** A night that lasts all day but one minute, which is not now. */
const quietNow = () => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Amsterdam',
    hour: '2-digit',
    minute: '2-digit',
  });
  const at = (minutes: number) => clock.format(new Date(Date.now() + minutes * 60_000));
  return { from: at(-120), until: at(-180), days: [1, 2, 3, 4, 5, 6, 7] };
};

describe('what a browser gets', () => {
  test('is encrypted for it, signed by us, and leads to the very post', async () => {
    const thread = await sanne.starts(place, `Kijk eens @${tom.handle}`);
    await settled();
    const [{ headers, message }, ...more] = browser.received as any;
    expect(more).toEqual([]);
    expect(message).toEqual({
      kind: 'mention',
      who: 'Sanne',
      others: 0,
      place: { kind: 'project', name: 'Nieuwbouw' },
      words: `Kijk eens @${tom.handle}`,
      path: `/threads/${thread.id}#post-${thread.post.id}`,
      tag: thread.id,
      unread: 1,
      language: 'en',
      at: expect.any(String),
    });
    const { publicKey } = await tom.reads('/push');
    const claims = vapidClaims(headers.authorization, publicKey);
    expect(claims).toMatchObject({ aud: new URL(browser.url).origin, sub: 'mailto:kring@localhost' });
    expect(claims.exp * 1000).toBeGreaterThan(Date.now());
    expect(headers).toMatchObject({ ttl: '86400', urgency: 'high', topic: thread.id.replaceAll('-', '') });
  });

  test('of a private community says who and where and not what; of a conversation not even where', async () => {
    const secluded = await owner.creates('Overname', { visibility: 'secret' });
    await owner.admits(tom, secluded);
    await settled();
    await owner.starts(secluded, `Geheim @${tom.handle}`);
    await settled();
    const talk = await owner.creates('', {
      kind: 'conversation',
      visibility: undefined,
      name: undefined,
      memberIds: [tom.id],
    });
    await owner.starts(talk, 'Heb je even?');
    await settled();
    expect(browser.messages).toMatchObject([
      { kind: 'added', who: 'Olga Owner', place: { name: 'Overname' } },
      { kind: 'mention', who: 'Olga Owner', place: { name: 'Overname' } },
      { kind: 'thread', who: 'Olga Owner', place: { kind: 'conversation', name: '' } },
    ]);
    expect(JSON.stringify(browser.messages)).not.toMatch(/Geheim|even/);
  });

  test('a thread takes the place of what it said before', async () => {
    const thread = await tom.starts(place, 'Wie?');
    for (const body of ['Ik', 'Ik ook']) {
      await sanne.replies(thread, body);
      await settled();
    }
    expect(browser.messages).toMatchObject([
      { words: 'Ik', tag: thread.id },
      { words: 'Ik ook', tag: thread.id },
    ]);
  });

  test('is nothing for a kind that is switched off, as reactions are at first', async () => {
    const thread = await tom.starts(place, 'Klaar');
    await sanne.reacts(thread.post, '👍');
    await settled();
    await settings({ pushOff: ['reply'] });
    await sanne.replies(thread, 'Mooi');
    await settled();
    expect(browser.messages).toEqual([]);
    await owner.reacts(thread.post, '🎉');
    await settled();
    expect(browser.messages).toMatchObject([{ kind: 'reaction', emoji: '🎉' }]);
  });
});

describe('just before sending it is asked again', () => {
  /** Holds what is said now, then lets it go. */
  async function heldBack(what: () => Promise<void>, meanwhile: () => Promise<unknown>): Promise<void> {
    await settings({ quiet: quietNow() });
    await what();
    await settled();
    expect(browser.messages).toEqual([]);
    await meanwhile();
    await settings({ quiet: null });
    await comesDue();
    await settled();
  }
  const mention = async () => void (await sanne.starts(place, `Dag @${tom.handle}`));

  test('what waited goes when the quiet is over', async () => {
    await heldBack(mention, async () => undefined);
    expect(browser.messages).toMatchObject([{ kind: 'mention' }]);
  });

  test('nothing of a community that somebody was removed from', async () => {
    const secluded = await owner.creates('Dicht');
    await tom.joins(secluded);
    const wish = { visibility: 'private', version: secluded.version };
    await owner.api.patch(`/communities/${secluded.id}`, wish);
    await heldBack(
      async () => void (await owner.starts(secluded, `@${tom.handle}`)),
      () => owner.removes(tom, secluded),
    );
    expect(browser.messages).toEqual([]);
  });

  test('nothing that was read meanwhile', async () => {
    await heldBack(mention, () => tom.api.post('/notifications/read', {}));
    expect(browser.messages).toEqual([]);
  });

  test('nothing of a post that was deleted', async () => {
    let post: any;
    await heldBack(
      async () => {
        post = (await sanne.starts(place, `Oeps @${tom.handle}`)).post;
      },
      () => sanne.api.delete(`/posts/${post.id}`),
    );
    expect(browser.messages).toEqual([]);
  });

  test('many at once are one message that says how many', async () => {
    await heldBack(
      async () => {
        for (let count = 0; count < 5; count++) await mention();
      },
      async () => undefined,
    );
    expect(browser.messages).toMatchObject([
      { kind: 'several', count: 5, path: '/notifications', unread: 5 },
    ]);
  });
});

describe('quiet hours and pauses', () => {
  test('what is held back is due when they end', async () => {
    await settings({ quiet: quietNow() });
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    const [{ dueAt }] = (await waiting()) as any;
    expect(dueAt.getTime() - Date.now()).toBeGreaterThan(20 * 3_600_000);
  });

  test('a pause of an hour holds for an hour', async () => {
    const { body } = await settings({ pause: 'hour' });
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    const [{ dueAt }] = (await waiting()) as any;
    expect(dueAt.toISOString()).toBe(body.pausedUntil);
    expect((await settings({ pause: 'none' })).body.pausedUntil).toBeNull();
  });

  test('until tomorrow is until eight on the own clock', async () => {
    const { body } = await settings({ pause: 'tomorrow' });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });
    expect(clock.format(new Date(body.pausedUntil))).toBe('08:00');
  });

  test('are kept as they were said, by the clock of the profile', async () => {
    await settings({ quiet: { from: '22:00', until: '07:00', days: [5, 1] } });
    expect(await tom.reads('/notifications/settings')).toMatchObject({
      quiet: { from: '22:00', until: '07:00', days: [1, 5] },
      timeZone: 'Europe/Amsterdam',
    });
  });

  test.each([
    { quiet: { from: '22:00', until: '22:00', days: [1] } },
    { quiet: { from: '22:00', until: '07:00', days: [] } },
    { quiet: { from: '24:00', until: '07:00', days: [1] } },
    { quiet: { from: '9', until: '07:00', days: [1] } },
    { quiet: { from: '22:00', until: '07:00', days: [0] } },
    { quiet: { from: '22:00', until: '07:00', days: [1, 1] } },
    { quiet: [] },
    { pause: 'forever' },
    { pushOff: ['everything'] },
    { pushOff: 'reply' },
    { unknown: true },
  ])('refuses %j', async (wish) => expect((await settings(wish)).status).toBe(400));
});

describe('a push service that has trouble', () => {
  test.each([500, 503, 429])('is tried again later after %d', async (status) => {
    browser.answers.push(status);
    await sanne.starts(place, `@${tom.handle}`);
    await until(async () => (await waiting())[0]?.tries === 1 && browser.messages.length === 1);
    await until(async () => (await waiting())[0]?.dueAt < new Date(Date.now() + 60_000));
    await comesDue();
    await settled();
    expect(browser.messages).toHaveLength(2);
    expect(await waiting()).toEqual([]);
  });

  test.each([404, 410])('that says %d has forgotten the browser, and so do we', async (status) => {
    browser.answers.push(status);
    await sanne.starts(place, `@${tom.handle}`);
    await until(async () => !(await tom.reads('/push')).subscribed);
    expect(await waiting()).toEqual([]);
  });

  test('that refuses one message gets the next', async () => {
    browser.answers.push(413);
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    await sanne.starts(place, `Nog eens @${tom.handle}`);
    await settled();
    expect(browser.messages).toHaveLength(2);
  });

  test('a process that dies while sending sends at most that one again', async () => {
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    // As it is found after a crash between the sending and the deleting: the lease is over.
    await kring.database.query(
      `INSERT INTO push_deliveries (subscription_id, notification_id, seq, due_at, tries)
       SELECT s.id, n.id, n.seq, now(), 1 FROM push_subscriptions AS s JOIN notifications AS n USING (user_id)
       WHERE s.user_id = $1`,
      [tom.id],
    );
    await settled();
    expect(browser.messages).toHaveLength(2);
    expect(browser.messages[0].tag).toBe(browser.messages[1].tag);
  });

  test('a process that was frozen for longer than its lease sends nothing that another one took', async () => {
    const [{ id }] = await kring.database.query<any>('SELECT id FROM push_subscriptions WHERE user_id = $1', [
      tom.id,
    ]);
    await settings({ quiet: quietNow() });
    await sanne.starts(place, `@${tom.handle}`);
    await until(async () => (await waiting()).length === 1);
    await settings({ quiet: null });
    const delivery = (change: string) =>
      kring.database.query<any>(`${change} WHERE subscription_id = $1`, [id]);
    const runner = kring.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    // Here it stands still: it has taken the message and asks for whom.
    await runner.query('LOCK TABLE push_subscriptions IN ACCESS EXCLUSIVE MODE');
    await delivery('UPDATE push_deliveries SET due_at = now()');
    await until(async () => (await delivery('SELECT tries FROM push_deliveries'))[0].tries === 1);
    await delivery(`UPDATE push_deliveries SET due_at = now() + interval '90 seconds', tries = 2`);
    await runner.commitTransaction();
    await runner.release();
    await sanne.starts(place, `En dit, @${tom.handle}`);
    await until(() => browser.messages.length > 0);
    expect(browser.messages.map(({ words }) => words)).toEqual([expect.stringContaining('En dit')]);
    expect((await delivery('SELECT tries FROM push_deliveries')).map(({ tries }) => tries)).toContain(2);
  });

  test('nobody gets more than forty messages an hour; the rest waits', async () => {
    await kring.database.query(
      'UPDATE push_subscriptions SET counted = 40, counted_from = now() WHERE user_id = $1',
      [tom.id],
    );
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    expect(browser.messages).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });
});

describe('a subscription', () => {
  test('ends with the session', async () => {
    await tom.api.delete('/session');
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    expect(browser.messages).toEqual([]);
  });

  test('ends with the account', async () => {
    await kring.admin.api.post(`/users/${tom.id}/deactivate`);
    await sanne.starts(place, `Dag @${tom.handle}`);
    await settled();
    expect(browser.messages).toEqual([]);
  });

  test('goes along when somebody else logs in on the same browser, and what waited does not', async () => {
    await settings({ quiet: quietNow() });
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    const mila = await kring.person('Mila');
    await subscribes(mila, browser);
    await comesDue();
    await settled();
    expect(browser.messages).toEqual([]);
    expect(await tom.reads('/push')).toMatchObject({ subscribed: false, devices: 0 });
    expect(await mila.reads('/push')).toMatchObject({ subscribed: true, devices: 1 });
  });

  test('of another browser cannot be taken by whoever knows its address', async () => {
    const mila = await kring.person('Mila');
    const { endpoint } = browser.subscription;
    const other = await PushEndpoint.open();
    const stolen = { endpoint, keys: other.subscription.keys };
    expect((await mila.api.put('/push/subscription', stolen)).status).toBe(400);
    expect(await tom.reads('/push')).toMatchObject({ subscribed: true });
    other.close();
  });

  test.each([
    'https://10.0.0.1/push',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/push',
    'http://push.example.com/',
    'https://0xa.1:3000/',
    'javascript:alert(1)',
    'x',
  ])('refuses the address %s', async (endpoint) => {
    const answer = await tom.api.put('/push/subscription', { ...browser.subscription, endpoint });
    expect(answer.status).toBe(400);
  });

  test.each([
    {},
    { endpoint: 'https://push.example.com/' },
    { endpoint: 'https://push.example.com/', keys: [] },
  ])('refuses %j', async (wish) => expect((await tom.api.put('/push/subscription', wish)).status).toBe(400));

  test('takes the place of the one that the same browser had before', async () => {
    const anew = await PushEndpoint.open();
    expect(await subscribes(tom, anew)).toMatchObject({ subscribed: true, devices: 1 });
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    expect(browser.messages).toEqual([]);
    expect(anew.messages).toHaveLength(1);
    anew.close();
  });

  test('can be tried', async () => {
    expect((await tom.api.post('/push/test')).body).toEqual({ result: 'sent' });
    expect(browser.messages).toMatchObject([{ kind: 'test', path: '/settings/notifications' }]);
    await tom.api.delete('/push/subscription');
    expect((await tom.api.post('/push/test')).body).toEqual({ result: 'gone' });
  });
});

test('the key is made once, and is known to nobody but the server', async () => {
  const { publicKey } = await tom.reads('/push');
  expect((await sanne.reads('/push')).publicKey).toBe(publicKey);
  const [{ value }] = (await kring.database.query(
    `SELECT value FROM secrets WHERE name = 'vapid-private-key'`,
  )) as any;
  expect(Buffer.from(value, 'base64url')).toHaveLength(32);
  expect(JSON.stringify(await tom.reads('/push'))).not.toContain(value);
});
