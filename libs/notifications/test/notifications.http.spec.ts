import { Consumers } from '#platform';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let owner: Person;
let sanne: Person;
let tom: Person;
let mila: Person;
let place: any;

beforeAll(async () => {
  kring = await startKring();
  owner = await kring.person('Olga Owner');
});
afterAll(() => kring.stop());

beforeEach(async () => {
  [sanne, tom, mila] = await Promise.all([kring.person('Sanne'), kring.person('Tom'), kring.person('Mila')]);
  place = await owner.creates('Nieuwbouw', { visibility: 'private' });
  for (const person of [sanne, tom, mila]) await owner.admits(person, place);
});

/** Waits until everything that happened was worked out. */
async function settled(): Promise<void> {
  const behind = `SELECT (SELECT count(*) FROM outbox)::int AS left,
    (SELECT head - seq FROM event_log, consumers WHERE name = 'notifications')::int AS lag`;
  for (let tries = 0; tries < 400; tries++) {
    const [state] = await kring.database.query<{ left: number; lag: number }>(behind);
    if (state!.left === 0 && state!.lag === 0) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('the consumer does not come to the end');
}

async function told(person: Person, query = ''): Promise<any[]> {
  await settled();
  return (await person.reads(`/notifications${query}`)).items;
}

const kinds = async (person: Person): Promise<string[]> => (await told(person)).map(({ kind }) => kind);
const unread = async (person: Person): Promise<number> => {
  await settled();
  return (await person.reads('/notifications/unread')).count;
};
const level = (person: Person, level: string) =>
  person.api.patch(`/communities/${place.id}/membership`, { level });

describe('what is told to whom', () => {
  test('a mention, to whoever is mentioned and nobody else', async () => {
    const thread = await sanne.starts(place, `Kijk eens @${tom.handle}`);
    const [notification, ...more] = await told(tom);
    expect(more).toEqual([]);
    expect(notification).toMatchObject({
      kind: 'mention',
      actors: [{ id: sanne.id, name: 'Sanne' }],
      actorCount: 1,
      community: { id: place.id, name: 'Nieuwbouw', kind: 'project' },
      threadId: thread.id,
      postId: thread.post.id,
      excerpt: `Kijk eens @${tom.handle}`,
      read: false,
    });
    expect(await told(mila)).toEqual([]);
    expect(await told(sanne)).toEqual([]);
  });

  test('a reply, to the author and to whoever replied, never to who writes it', async () => {
    const thread = await sanne.starts(place, 'Wie heeft de tekening?');
    await tom.replies(thread, 'Ik');
    await mila.replies(thread, 'Ik ook');
    expect(await told(sanne)).toMatchObject([
      { kind: 'reply', actorCount: 2, actors: [{ id: mila.id }, { id: tom.id }] },
    ]);
    expect(await told(tom)).toMatchObject([{ kind: 'reply', actorCount: 1, actors: [{ id: mila.id }] }]);
    expect(await told(mila)).toEqual([]);
  });

  test('a mention in a reply comes before the reply, and once', async () => {
    const thread = await sanne.starts(place, 'Vraag');
    await tom.replies(thread, `@${sanne.handle} antwoord`);
    expect(await kinds(sanne)).toEqual(['mention']);
  });

  test('a reaction, to the author of the post', async () => {
    const thread = await sanne.starts(place, 'Klaar!');
    await tom.reacts(thread.post, '👍');
    await mila.reacts(thread.post, '🎉');
    await sanne.reacts(thread.post, '👍');
    expect(await told(sanne)).toMatchObject([{ kind: 'reaction', actorCount: 2, emoji: '🎉' }]);
    expect(await told(tom)).toEqual([]);
  });

  test('a reaction that was taken back is not told any more', async () => {
    const thread = await sanne.starts(place, 'Klaar!');
    await tom.reacts(thread.post, '👍');
    expect(await unread(sanne)).toBe(1);
    await tom.api.delete(`/posts/${thread.post.id}/reactions/${encodeURIComponent('👍')}`);
    expect(await told(sanne)).toEqual([]);
    expect(await unread(sanne)).toBe(0);
  });

  test('an invitation into a community that one cannot see yet', async () => {
    const secret = await owner.creates('Overname', { visibility: 'secret' });
    expect(
      (await owner.api.post(`/communities/${secret.id}/invitations`, { userIds: [sanne.id] })).status,
    ).toBe(204);
    expect(await told(sanne)).toMatchObject([{ kind: 'invitation', community: { name: 'Overname' } }]);
    await owner.api.delete(`/communities/${secret.id}/invitations/${sanne.id}`);
  });

  test('a request to join, to who runs the community', async () => {
    const other = await kring.person('Vraagt');
    await other.joins(place);
    const [notification] = await told(owner, '?limit=1');
    expect(notification).toMatchObject({
      kind: 'request',
      actors: [{ id: other.id }],
      community: { id: place.id },
    });
    expect(await told(sanne)).toEqual([]);
  });

  test('an announcement, to everybody in it but those who want nothing', async () => {
    await level(tom, 'mentions');
    await level(mila, 'none');
    await owner.starts(place, 'Morgen dicht', { kind: 'announcement' });
    expect(await kinds(sanne)).toEqual(['announcement']);
    expect(await kinds(tom)).toEqual(['announcement']);
    expect(await kinds(mila)).toEqual([]);
  });

  test('the handle of the community, to its members', async () => {
    const project = await owner.creates('Brug West');
    for (const person of [sanne, tom]) await person.joins(project);
    await owner.starts(project, `Hallo @${project.handle}`);
    expect(await kinds(sanne)).toEqual(['mention']);
    expect(await kinds(tom)).toEqual(['mention']);
    expect(await kinds(mila)).toEqual([]);
    // Written in another community it calls nobody.
    await sanne.starts(place, `Zie @${project.handle}`);
    expect(await kinds(tom)).toEqual(['mention']);
  });

  test('messages of a conversation, to everybody in it', async () => {
    const talk = await sanne.creates('', {
      kind: 'conversation',
      visibility: undefined,
      name: undefined,
      memberIds: [tom.id],
    });
    const thread = await sanne.starts(talk, 'Heb je even?');
    expect(await kinds(tom)).toEqual(['thread']);
    await sanne.replies(thread, 'Het gaat over morgen');
    expect(await kinds(tom)).toEqual(['reply', 'thread']);
    await tom.replies(thread, 'Ja');
    expect(await kinds(sanne)).toEqual(['reply']);
  });

  test('in an edit, only to those mentioned for the first time', async () => {
    const thread = await sanne.starts(place, `Met @${tom.handle}`);
    expect(await unread(tom)).toBe(1);
    await tom.api.post('/notifications/read', {});
    const { status } = await sanne.api.patch(`/posts/${thread.post.id}`, {
      body: `Met @${tom.handle} en @${mila.handle}`,
      version: 1,
    });
    expect(status).toBe(200);
    expect(await kinds(mila)).toEqual(['mention']);
    expect(await told(tom, '?unread=true')).toEqual([]);
  });
});

describe('levels and mutes', () => {
  test.each([
    ['all', ['reply', 'thread']],
    ['threads', ['reply']],
    ['mentions', []],
    ['none', []],
  ])('at level "%s" a new thread and a reply in a followed one make %j', async (chosen, expected) => {
    const mine = await sanne.starts(place, 'Van mij');
    await level(sanne, chosen);
    await tom.starts(place, 'Nieuw');
    await tom.replies(mine, 'Antwoord');
    expect((await kinds(sanne)).toSorted()).toEqual(expected);
  });

  test('at level "none" not even a mention', async () => {
    await level(tom, 'none');
    await sanne.starts(place, `@${tom.handle}`);
    expect(await told(tom)).toEqual([]);
  });

  test('a muted thread tells nothing but a mention by name', async () => {
    const thread = await sanne.starts(place, 'Lang verhaal');
    await sanne.api.put(`/threads/${thread.id}/follow`, { state: 'muted' });
    await tom.replies(thread, 'Nog een antwoord');
    await tom.reacts(thread.post, '👍');
    expect(await told(sanne)).toEqual([]);
    await tom.replies(thread, `Toch even @${sanne.handle}`);
    expect(await kinds(sanne)).toEqual(['mention']);
  });
});

describe('grouping', () => {
  test('more of the same is added while it is unread, each actor once, the newest in front', async () => {
    const thread = await sanne.starts(place, 'Wie?');
    for (const person of [tom, mila, owner, tom]) await person.replies(thread, `Van ${person.name}`);
    const [notification, ...more] = await told(sanne);
    expect(more).toEqual([]);
    expect(notification).toMatchObject({ actorCount: 3, excerpt: 'Van Tom' });
    expect(notification.actors.map(({ id }: { id: string }) => id)).toEqual([tom.id, owner.id, mila.id]);
    await sanne.api.post('/notifications/read', { ids: [notification.id] });
    await mila.replies(thread, 'Later');
    expect(await told(sanne)).toMatchObject([
      { actorCount: 1, actors: [{ id: mila.id }], read: false },
      { actorCount: 3, read: true },
    ]);
  });
});

describe('access', () => {
  test('who was removed is not told, nor shown what was told before', async () => {
    const thread = await sanne.starts(place, `Met @${tom.handle}`);
    expect(await unread(tom)).toBe(1);
    await owner.removes(tom, place);
    expect(await told(tom)).toEqual([]);
    expect(await unread(tom)).toBe(0);
    await sanne.replies(thread, `Weer @${tom.handle}`);
    await mila.replies(thread, 'Verder');
    expect(await told(tom)).toEqual([]);
  });

  test('a post that was deleted is not told any more', async () => {
    const thread = await sanne.starts(place, 'Wie?');
    const reply = await tom.replies(thread, `Ik, @${sanne.handle}`);
    await tom.api.delete(`/posts/${reply.id}`);
    expect(await told(sanne)).toEqual([]);
    expect(await unread(sanne)).toBe(0);
  });

  test('an archived community is silent', async () => {
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    await owner.api.delete(`/communities/${place.id}`);
    expect(await told(tom)).toEqual([]);
  });

  test('somebody mentioned in a public community need not be in it; a guest must', async () => {
    const open = await owner.creates('Kantine');
    const guest = await kring.person('Gast', 'guest');
    await owner.starts(open, `@${tom.handle} @${guest.handle}`);
    expect(await kinds(tom)).toEqual(['mention']);
    expect(await kinds(guest)).toEqual([]);
  });
});

describe('reading', () => {
  test('one, or all, and never those of somebody else', async () => {
    for (const body of ['een', 'twee', 'drie']) await sanne.starts(place, `${body} @${tom.handle}`);
    const [newest] = await told(tom);
    expect((await mila.api.post('/notifications/read', { ids: [newest.id] })).status).toBe(204);
    expect(await unread(tom)).toBe(3);
    await tom.api.post('/notifications/read', { ids: [newest.id] });
    expect(await unread(tom)).toBe(2);
    await tom.api.post('/notifications/read', {});
    expect(await unread(tom)).toBe(0);
    expect(await told(tom, '?unread=true')).toEqual([]);
    expect(await told(tom)).toHaveLength(3);
  });

  test('and keeps one for later, unless the same matter waits already', async () => {
    const thread = await tom.starts(place, 'Wie?');
    await sanne.replies(thread, 'Ik');
    const [first] = await told(tom);
    await tom.api.post('/notifications/read', { ids: [first.id] });
    expect((await mila.api.post('/notifications/unread', { ids: [first.id] })).status).toBe(204);
    expect(await unread(tom)).toBe(0);
    expect((await tom.api.post('/notifications/unread', { ids: [first.id] })).status).toBe(204);
    expect(await unread(tom)).toBe(1);
    await tom.api.post('/notifications/read', { ids: [first.id] });
    await mila.replies(thread, 'Ik ook');
    expect(await unread(tom)).toBe(1);
    await tom.api.post('/notifications/unread', { ids: [first.id] });
    expect(await unread(tom)).toBe(1);
  });

  test('by what it is about', async () => {
    const thread = await tom.starts(place, 'Wie?');
    await sanne.replies(thread, `Ik, @${tom.handle}`);
    await mila.replies(thread, 'Ik ook');
    await mila.reacts(thread.post, '👍');
    for (const [about, expected] of [
      ['mentions', ['mention']],
      ['replies', ['reply']],
      ['reactions', ['reaction']],
      ['requests', []],
    ])
      expect((await told(tom, `?about=${about}`)).map(({ kind }) => kind)).toEqual(expected);
    expect((await tom.api.get('/notifications?about=x')).status).toBe(400);
  });

  test('page by page, nothing twice', async () => {
    for (let count = 0; count < 7; count++) await sanne.starts(place, `${count} @${tom.handle}`);
    await settled();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: any = await tom.reads(`/notifications?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ excerpt }: any) => excerpt[0]));
      cursor = page.next;
    }
    expect(seen).toEqual(['6', '5', '4', '3', '2', '1', '0']);
  });

  test.each([
    'x',
    'WzEsMl0',
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('["2026-01-01","\'"]').toString('base64url'),
  ])('refuses the cursor %s', async (cursor) =>
    expect((await tom.api.get(`/notifications?cursor=${cursor}`)).status).toBe(400),
  );

  test.each([{ ids: 'all' }, { ids: [1] }, { ids: [null] }, { ids: {} }, { all: true }, []])(
    'refuses to mark %j',
    async (body) => expect((await tom.api.post('/notifications/read', body)).status).toBe(400),
  );
});

describe('crashes', () => {
  test('a consumer that dies after its work tells nobody twice', async () => {
    const consumers = kring.app.get(Consumers);
    const consumer = consumers['consumers'].find(({ name }) => name === 'notifications')!;
    const { consume } = consumer;
    let crashes = 0;
    consumer.consume = async (events, transaction) => {
      await consume.call(consumer, events, transaction);
      if (crashes++ < 6) throw Object.assign(new Error('crash'), { code: '08006' });
    };
    consumers['log'].error = () => undefined;
    const thread = await sanne.starts(place, 'Wie?');
    await tom.replies(thread, 'Ik');
    await mila.reacts(thread.post, '👍');
    expect(await told(sanne)).toMatchObject([
      { kind: 'reaction', actorCount: 1 },
      { kind: 'reply', actorCount: 1 },
    ]);
    expect(crashes).toBeGreaterThan(5);
    const [{ count }] = (await kring.database.query(
      `SELECT count(*)::int FROM events WHERE type = 'notification.created' AND user_id = $1`,
      [sanne.id],
    )) as any;
    expect(count).toBeLessThanOrEqual(2);
    consumer.consume = consume;
  });
});
