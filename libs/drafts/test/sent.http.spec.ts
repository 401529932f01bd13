import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let tom: Person;
let place: any;
let thread: any;

beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());
beforeEach(async () => {
  [sanne, tom] = await Promise.all([kring.person('Sanne'), kring.person('Tom')]);
  place = await tom.creates('Nieuwbouw');
  await sanne.joins(place);
  thread = await tom.starts(place, 'Hoe?');
});

const NEW_ID = /(?<=^.{14})./;
/** A UUIDv7 of a client. */
const newId = () => crypto.randomUUID().replace(NEW_ID, '7');

const keep = async (person: Person, at: string, body: string, version = 0): Promise<number> =>
  (await person.api.put(`/drafts/${at}`, { body, version })).body.version;
const kept = async (person: Person): Promise<string[]> =>
  (await person.reads('/drafts')).items.map(({ body }: any) => body);

/** How often devices were told that the draft at this place changed. */
const told = async (person: Person, at: string): Promise<number> => {
  const [row] = await kring.database.query<{ times: number }>(
    `SELECT count(*)::int AS times
     FROM (SELECT type, user_id, data FROM events UNION ALL SELECT type, user_id, data FROM outbox) AS told
     WHERE type = 'draft.changed' AND user_id = $1 AND data ->> 'place' = $2`,
    [person.id, at],
  );
  return row!.times;
};

describe('the draft of a post that is stored', () => {
  test('is gone with it on all devices, which are told', async () => {
    const at = `thread-${thread.id}`;
    const version = await keep(sanne, at, 'Half');
    const phone = await sanne.onAnotherDevice();
    expect(await kept(phone)).toEqual(['Half']);
    await sanne.replies(thread, 'Half en heel', { draft: { place: at, version } });
    expect(await kept(phone)).toEqual([]);
    expect(await told(sanne, at)).toBe(2);
  });

  test('is gone with a new thread, and with a message from the draft of its conversation', async () => {
    const at = `community-${place.id}`;
    const version = await keep(sanne, at, 'Nieuw');
    await sanne.starts(place, 'Nieuws', { draft: { place: at, version } });
    const conversation = (await sanne.api.post('/communities', { kind: 'conversation', memberIds: [tom.id] }))
      .body;
    const talk = await tom.starts(conversation, 'Hoi');
    const inTalk = `community-${conversation.id}`;
    await sanne.replies(talk, 'Dag', { draft: { place: inTalk, version: await keep(sanne, inTalk, 'Da') } });
    expect(await kept(sanne)).toEqual([]);
  });

  test('is known by its words when the post does not name it', async () => {
    await keep(sanne, `thread-${thread.id}`, 'Zo\n');
    await keep(sanne, `community-${place.id}`, 'Iets anders');
    await sanne.replies(thread, 'Zo');
    await sanne.starts(place, 'Dit');
    expect(await kept(sanne)).toEqual(['Iets anders']);
  });

  test('is gone with an edit, and stays when somebody was earlier', async () => {
    const post = await sanne.replies(thread, 'Een');
    const at = `edit-${post.id}`;
    const draft = { place: at, version: await keep(sanne, at, 'Twee') };
    expect((await sanne.api.patch(`/posts/${post.id}`, { body: 'Twee', version: 7, draft })).status).toBe(
      412,
    );
    expect(await kept(sanne)).toEqual(['Twee']);
    expect((await sanne.api.patch(`/posts/${post.id}`, { body: 'Twee!', version: 1, draft })).status).toBe(
      200,
    );
    expect(await kept(sanne)).toEqual([]);
  });

  test('is gone too when the answer was lost and the post is sent once more', async () => {
    const at = `thread-${thread.id}`;
    for (const [path, form] of [
      [`/threads/${thread.id}/posts`, { id: newId(), body: 'Eens' }],
      [`/communities/${place.id}/threads`, { id: newId(), kind: 'update', body: 'Eens' }],
    ] as const) {
      expect((await sanne.api.post(path, form)).status).toBe(201);
      const version = await keep(sanne, at, 'Een andere tab, die het nog niet wist');
      const again = await sanne.api.post(path, { ...form, draft: { place: at, version } });
      expect([again.status, again.body.id]).toEqual([201, form.id]);
      expect(await kept(sanne)).toEqual([]);
    }
  });

  test('stays when it is another text by now', async () => {
    const at = `thread-${thread.id}`;
    const version = await keep(sanne, at, 'Een');
    await keep(sanne, at, 'Al het volgende', version);
    await sanne.replies(thread, 'Een', { draft: { place: at, version } });
    expect(await kept(sanne)).toEqual(['Al het volgende']);
    await sanne.api.delete(`/drafts/${at}`);
  });

  test('of somebody else stays', async () => {
    const at = `thread-${thread.id}`;
    const version = await keep(tom, at, 'Zelfde');
    await sanne.replies(thread, 'Zelfde', { draft: { place: at, version } });
    expect(await kept(tom)).toEqual(['Zelfde']);
    await tom.api.delete(`/drafts/${at}`);
  });
});

describe('the draft of a post that is refused stays,', () => {
  let draft: { place: string; version: number };
  beforeEach(async () => {
    const at = `thread-${thread.id}`;
    draft = { place: at, version: await keep(sanne, at, 'Bewaar mij') };
  });
  afterEach(async () => {
    expect(await kept(sanne)).toEqual(['Bewaar mij']);
    expect(await told(sanne, draft.place)).toBe(1);
    await sanne.api.delete(`/drafts/${draft.place}`);
  });
  const reply = async (form: object) =>
    (await sanne.api.post(`/threads/${thread.id}/posts`, { body: 'Bewaar mij', draft, ...form })).status;

  test('when a file is not to be had', async () => {
    expect(await reply({ fileIds: [newId()] })).toBe(404);
  });

  test('when it answers a post of another thread', async () => {
    const other = await tom.starts(place, 'Anders');
    expect(await reply({ replyTo: other.post.id })).toBe(400);
  });

  test('when one was put out, or the community archived', async () => {
    await tom.removes(sanne, place);
    expect(await reply({})).toBe(403);
    await sanne.joins(place);
    await tom.api.delete(`/communities/${place.id}`);
    expect(await reply({})).toBe(409);
  });

  test('when the id stands for something else', async () => {
    const id = newId();
    await sanne.replies(thread, 'Eerst', { id });
    expect(await reply({ id })).toBe(422);
  });

  test.each([
    [{ place: 7, version: 1 }, 'draft.place'],
    [{ place: 'thread-1' }, 'draft.version'],
    [[], 'draft'],
    ['thread', 'draft'],
  ])('when it says %j of it', async (wrong, field) => {
    const answer = await sanne.api.post(`/threads/${thread.id}/posts`, { body: 'x', draft: wrong });
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });
});
