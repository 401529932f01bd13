import { Database, EventTail } from '#platform';
import { type Kring, type Person, startKring } from '#server-testing';
import { Delivery } from '../src/delivery.ts';
import { type Listener, listensAs, quiet } from './listener.ts';

let kring: Kring;
let owner: Person;
let sanne: Person;
let place: any;
const open: Listener[] = [];

beforeAll(async () => {
  kring = await startKring();
  owner = await kring.person('Olga');
  sanne = await kring.person('Sanne');
  place = await owner.creates('Nieuwbouw', { visibility: 'private' });
  await owner.admits(sanne, place);
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.leave();
});
afterAll(() => kring.stop());

async function listen(person: Person, cursor?: number, more: object = {}): Promise<Listener> {
  const listener = await listensAs(person, cursor, more);
  open.push(listener);
  return listener;
}

const head = async (): Promise<number> =>
  (await kring.database.query<{ head: number }>('SELECT head FROM event_log'))[0]!.head;

/** All that was committed is numbered and told. */
async function caughtUp(): Promise<number> {
  for (;;) {
    const [row] = await kring.database.query<{ left: number }>('SELECT count(*)::int AS left FROM outbox');
    const position = kring.app.get(Delivery).position;
    if (row!.left === 0 && position === (await head())) return position;
    await quiet(10);
  }
}

const forget = () => kring.app.get(Delivery).recent.restart(kring.app.get(Delivery).position);
const bodies = (listener: Listener, type = 'post.replied'): string[] =>
  listener.told.filter((event) => event.type === type).map(({ data }) => data.post.body);
const seqs = (listener: Listener): number[] => listener.told.map(({ seq }) => seq);
const expectInOrderAndOnce = (listener: Listener) => {
  const numbers = seqs(listener);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
};

describe('resuming', () => {
  test('without a cursor begins at now', async () => {
    const thread = await owner.starts(place, 'Voorheen');
    await quiet(1_200); // being added is told a moment after
    await caughtUp();
    const listener = await listen(sanne);
    expect(listener.cursor).toBe(await head());
    await owner.replies(thread, 'Nu');
    const told = await listener.hears('post.replied');
    expect(told).toMatchObject({
      communityId: place.id,
      threadId: thread.id,
      data: { post: { body: 'Nu' } },
    });
    expect(told.seq).toBeGreaterThan(0);
    expect(listener.types()).not.toContain('thread.started');
  });

  test.each(['memory', 'the log'])('with a cursor brings what was missed, from %s', async (source) => {
    const thread = await owner.starts(place, 'Gesprek');
    const cursor = await caughtUp();
    for (const body of ['een', 'twee', 'drie']) await owner.replies(thread, body);
    await caughtUp();
    if (source === 'the log') forget();
    const listener = await listen(sanne, cursor);
    expect(bodies(listener)).toEqual(['een', 'twee', 'drie']);
    await owner.replies(thread, 'vier');
    await listener.waitsFor(() => bodies(listener).length === 4);
    expect(bodies(listener)).toEqual(['een', 'twee', 'drie', 'vier']);
    expectInOrderAndOnce(listener);
  });

  test('the log and memory tell the same to members, readers, guests and admins', async () => {
    const cursor = await caughtUp();
    const guest = await kring.person('Gast', 'guest');
    const reader = await kring.person('Lezer');
    await owner.admits(guest, place);
    const project = await owner.creates('Open', { purpose: 'voor iedereen' });
    const secret = await owner.creates('Geheim', { visibility: 'secret' });
    const thread = await owner.starts(project, `Hallo @${reader.handle}`);
    await reader.joins(project);
    await reader.replies(thread, 'Dag');
    await owner.reacts(thread.post, '👍');
    await owner.starts(secret, 'Niemand');
    const inside = await owner.starts(place, 'Binnen');
    await sanne.replies(inside, 'Ook binnen');
    await owner.api.patch(`/communities/${place.id}`, { purpose: 'anders', version: 1 });
    await owner.removes(guest, place);
    await sanne.api.patch('/users/me', { title: 'Timmervrouw' });
    await caughtUp();
    await quiet(200);
    for (const person of [owner, sanne, reader, guest, kring.admin]) {
      const fromMemory = await listen(person, cursor, { watch: [{ communityId: project.id }] });
      forget();
      const fromLog = await listen(person, cursor, { watch: [{ communityId: project.id }] });
      const facts = ({ told }: Listener) =>
        told.map(({ seq, type, communityId }) => ({ seq, type, communityId }));
      expect(facts(fromLog)).toEqual(facts(fromMemory));
      expect(JSON.stringify(fromLog.told).includes('Niemand')).toBe(person === owner);
      expect(JSON.stringify(fromLog.told).includes('Binnen')).toBe(person === owner || person === sanne);
    }
  });

  test('text that was edited or deleted meanwhile is not told again', async () => {
    const thread = await owner.starts(place, 'Oorspronkelijk geheim');
    const before = (await caughtUp()) - 3;
    const reply = await owner.replies(thread, 'Weg hiermee geheim');
    await caughtUp();
    await owner.api.patch(`/posts/${thread.post.id}`, { body: 'Gewoon', version: 1 });
    await owner.api.delete(`/posts/${reply.id}`);
    await caughtUp();
    const listener = await listen(sanne, before);
    expect(listener.types()).toEqual(
      expect.arrayContaining(['thread.started', 'post.replied', 'post.edited', 'post.deleted']),
    );
    expect(JSON.stringify(listener.told)).not.toContain('geheim');
  });

  test.each([
    [
      'older than what is kept',
      async () => {
        await caughtUp();
        forget();
        await kring.database.query('UPDATE event_log SET floor = 5');
        return 3;
      },
    ],
    ['ahead of the log, which was restored', async () => (await head()) + 1_000],
  ])('a cursor %s makes the client load anew, and it is live', async (_, cursorOf) => {
    const cursor = await cursorOf();
    const listener = await listen(sanne);
    listener.told.length = 0;
    const answer = await listener.ask('resume', { cursor });
    expect(answer).toEqual({ reload: true, cursor: await caughtUp() });
    expect(listener.told).toEqual([]);
    const { id } = await owner.starts(place, 'Verder');
    await listener.hears('thread.started', ({ threadId }) => threadId === id);
    await kring.database.query('UPDATE event_log SET floor = 0');
    // No loop: from where it stands now, nothing more is asked of it.
    expect(await listener.resume()).toEqual({ cursor: expect.any(Number) });
  });

  test.each(['memory', 'the log'])(
    'more than 2,000 missed events are not replayed, from %s',
    async (source) => {
      const cursor = await caughtUp();
      await kring.database.query(
        `INSERT INTO outbox (type, community_id, user_id) SELECT 'membership.changed', $1, $2 FROM generate_series(1, 2100)`,
        [place.id, owner.id],
      );
      await caughtUp();
      if (source === 'the log') forget();
      const listener = await listen(sanne);
      expect(await listener.ask('resume', { cursor })).toMatchObject({ reload: true });
    },
  );

  test.each([-1, 1.5, 'x', {}, [], true, 2 ** 60, '9'.repeat(30)])(
    'refuses the cursor %j',
    async (cursor) => {
      const listener = await listen(sanne);
      expect(await listener.ask('resume', { cursor })).toMatchObject({ problem: { status: 400 } });
    },
  );

  test('nothing is lost or doubled over hundreds of broken connections', async () => {
    const thread = await owner.starts(place, 'Storm');
    const cursor = await caughtUp();
    const written: string[] = [];
    let writing = true;
    const write = async (person: Person) => {
      for (let count = 0; count < 120; count++) {
        const body = `${person.name} ${count}`;
        await person.replies(thread, body);
        written.push(body);
      }
    };
    const follow = async () => {
      const heard: any[] = [];
      let from = cursor;
      let breaks = 0;
      for (;;) {
        const listener = await listensAs(sanne, from);
        if (!writing && (await caughtUp()) <= listener.cursor!) {
          heard.push(...listener.told);
          listener.leave();
          return { heard, breaks };
        }
        await quiet(Math.random() * 40);
        listener.leave();
        heard.push(...listener.told);
        from = Math.max(from, ...listener.told.map(({ seq }) => seq));
        breaks++;
      }
    };
    const following = Promise.all([follow(), follow(), follow(), follow()]);
    await Promise.all([write(owner), write(sanne), write(owner)]);
    writing = false;
    const results = await following;
    expect(results.reduce((sum, { breaks }) => sum + breaks, 0)).toBeGreaterThan(40);
    for (const { heard } of results) {
      const numbers = heard.map(({ seq }) => seq);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      const texts = heard.filter(({ type }) => type === 'post.replied').map(({ data }) => data.post.body);
      expect(texts.toSorted()).toEqual(written.toSorted());
      const positions = heard
        .filter(({ type }) => type === 'post.replied')
        .map(({ data }) => data.post.position);
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    }
  });

  test('a load and the events after its position are together complete, also while others write', async () => {
    const thread = await owner.starts(place, 'Laden');
    let writing = true;
    const write = (async () => {
      for (let count = 0; writing; count++) await owner.replies(thread, `n${count}`);
    })();
    for (let round = 0; round < 10; round++) {
      const { body, headers } = await sanne.api.get(`/threads/${thread.id}/posts?limit=100`);
      const listener = await listensAs(sanne, Number(headers.get('kring-seq')));
      await quiet(50);
      listener.leave();
      const positions = new Set<number>(body.items.map(({ position }: any) => position));
      for (const { type, data } of listener.told)
        if (type === 'post.replied') positions.add(data.post.position);
      const sorted = [...positions].toSorted((a, b) => a - b);
      expect(sorted).toEqual(sorted.map((_, index) => sorted[0]! + index));
    }
    writing = false;
    await write;
  });

  test('a herd that comes back costs two queries each at most', async () => {
    const thread = await owner.starts(place, 'Kudde');
    const people = await Promise.all(Array.from({ length: 5 }, (_, count) => kring.person(`Kudde ${count}`)));
    for (const person of people) await owner.admits(person, place);
    // Each is told of having been added; only then the herd leaves.
    await quiet(1_200);
    const cursor = await caughtUp();
    for (let count = 0; count < 20; count++) await owner.replies(thread, `${count}`);
    await caughtUp();
    await quiet(1_200);
    const database = kring.app.get(Database);
    let queries: string[] = [];
    const { query, run } = database;
    database.query = (text, values) => {
      queries.push(text);
      return query.call(database, text, values) as never;
    };
    database.run = (statement, values) => {
      queries.push(statement.name);
      return run.call(database, statement, values) as never;
    };
    const background = /^(event-tail|consumers|event-log)/;
    const listeners = await Promise.all(
      people.flatMap((person) => [1, 2, 3, 4].map(() => listen(person, cursor))),
    );
    queries = queries.filter((name) => !background.test(name));
    Object.assign(database, { query, run });
    for (const listener of listeners) expect(bodies(listener)).toHaveLength(20);
    // What the server does by itself meanwhile is not theirs.
    const theirs = queries.filter(
      (name) =>
        name.startsWith('realtime.') || name.startsWith('posts.') || name.startsWith('notifications.'),
    );
    expect(theirs.length).toBeLessThanOrEqual(2 * listeners.length);
  });

  test('three devices of one person come to the same, though one was away', async () => {
    const thread = await owner.starts(place, `Voor @${sanne.handle}`);
    const cursor = await caughtUp();
    const phone = await listen(await sanne.onAnotherDevice(), cursor);
    const laptop = await listen(sanne, cursor);
    await sanne.api.put(`/threads/${thread.id}/read`, { position: 1 });
    await sanne.api.post('/notifications/read', {});
    await phone.hears('notification.read');
    await laptop.hears('notification.read');
    const tablet = await listen(await sanne.onAnotherDevice(), cursor);
    for (const device of [phone, laptop, tablet]) {
      const last = (type: string) => device.told.findLast((event) => event.type === type)?.data;
      expect(last('notification.read')).toEqual({ ids: null, unread: 0 });
    }
    expect(tablet.told).toEqual(phone.told);
    expect(laptop.told).toEqual(phone.told);
  });

  test('the tail is never ahead of what was told', async () => {
    expect(kring.app.get(EventTail).position).toBeLessThanOrEqual(kring.app.get(Delivery).position);
  });
});

test('the organisation’s new face is among what an employee missed, and not what a guest did', async () => {
  const guest = await kring.person('Gast', 'guest');
  const before = await caughtUp();
  const { organisation } = (await kring.admin.api.get('/session')).body;
  await kring.admin.api.patch('/organisation', { accent: '#7a1f3d', version: organisation.version });
  await caughtUp();
  const [employee, visitor] = [await listen(sanne, before), await listen(guest, before)];
  expect(employee.told.map(({ type }) => type)).toContain('organisation.changed');
  expect(visitor.told.map(({ type }) => type)).not.toContain('organisation.changed');
});
