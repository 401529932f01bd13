import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let tom: Person;
let open: any;
let closed: any;

beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());
beforeEach(async () => {
  [sanne, tom] = await Promise.all([kring.person('Sanne'), kring.person('Tom')]);
  open = await tom.creates('Open', { visibility: 'public' });
  closed = await tom.creates('Dicht', { visibility: 'private' });
  await tom.admits(sanne, closed);
});

const keep = (person: Person, place: string, body: string, more: object = {}) =>
  person.api.put(`/drafts/${place}`, { body, ...more });
const mine = async (person: Person): Promise<any[]> => (await person.reads('/drafts')).items;

describe('a draft', () => {
  test('is there on another device, with everything that belongs to it', async () => {
    const form = new FormData();
    form.set('file', new Blob(['plan']), 'plan.txt');
    const file = (await sanne.api.send('POST', '/files', { body: form })).body;
    const thread = await tom.starts(closed, 'Hoe?', { title: 'Vraag' });
    const draft = { kind: 'question', title: 'Wie', replyTo: thread.post.id, fileIds: [file.id] };
    const { status, body } = await keep(sanne, `thread-${thread.id}`, 'Half een\n  gedachte', draft);
    expect(status).toBe(200);
    expect(await mine(sanne)).toEqual([body]);
    expect(body).toMatchObject({
      ...{ place: `thread-${thread.id}`, body: 'Half een\n  gedachte', title: 'Wie', kind: 'question' },
      ...{ replyTo: thread.post.id, files: [file], threadId: thread.id, threadTitle: 'Vraag' },
      community: { id: closed.id, name: 'Dicht' },
    });
    expect((await sanne.api.get(`/drafts/thread-${thread.id}`)).body).toEqual(body);
  });

  test('is nobody else’s business', async () => {
    await keep(sanne, `community-${closed.id}`, 'Geheim');
    for (const person of [tom, kring.admin]) {
      expect(await mine(person)).toEqual([]);
      expect((await person.api.get(`/drafts/community-${closed.id}`)).status).toBe(404);
      expect((await person.api.delete(`/drafts/community-${closed.id}`)).status).toBe(204);
    }
    expect(await mine(sanne)).toHaveLength(1);
  });

  test('stays mine where I may no longer read, and says nothing of the place', async () => {
    const thread = await tom.starts(closed, 'Hoe?', { title: 'Vraag' });
    await keep(sanne, `thread-${thread.id}`, 'Mijn tekst');
    await tom.api.delete(`/communities/${closed.id}/members/${sanne.id}`);
    const [draft] = await mine(sanne);
    expect(draft).toMatchObject({ body: 'Mijn tekst', community: null, threadId: null, threadTitle: null });
    const unknown = '0198a000-0000-7000-8000-000000000000';
    await keep(sanne, `thread-${unknown}`, 'Nergens');
    const [nowhere] = await mine(sanne);
    expect({ ...nowhere, place: 0, body: 0, version: 0, updatedAt: 0 }).toEqual({
      ...{ ...draft, place: 0, body: 0, version: 0, updatedAt: 0 },
    });
  });

  test('shows no file of somebody else, and none that was attached meanwhile', async () => {
    const form = () => {
      const filled = new FormData();
      filled.set('file', new Blob(['plan']), 'plan.txt');
      return filled;
    };
    const theirs = (await tom.api.send('POST', '/files', { body: form() })).body;
    const used = (await sanne.api.send('POST', '/files', { body: form() })).body;
    await keep(sanne, `community-${open.id}`, 'x', { fileIds: [theirs.id, used.id] });
    await sanne.starts(closed, 'Met plan', { fileIds: [used.id] });
    expect((await mine(sanne))[0].files).toEqual([]);
  });

  test('made of an older version is refused with the current one, and a version never comes back', async () => {
    const place = `community-${open.id}`;
    const first = (await keep(sanne, place, 'een')).body;
    const second = (await keep(sanne, place, 'twee', { version: first.version })).body;
    expect(second.version).toBeGreaterThan(first.version);
    const refused = await keep(sanne, place, 'drie', { version: first.version });
    expect(refused.status).toBe(412);
    expect(refused.body.current).toEqual(second);
    expect((await sanne.api.delete(`/drafts/${place}`)).status).toBe(204);
    expect((await sanne.api.get(`/drafts/${place}`)).status).toBe(404);
    const anew = (await keep(sanne, place, 'vier')).body;
    expect(anew.version).toBeGreaterThan(second.version);
    expect((await keep(sanne, place, 'vijf', { version: second.version })).status).toBe(412);
  });

  test('is one of a hundred at most; the next is refused and none is lost', async () => {
    await kring.database.query(
      `INSERT INTO drafts (user_id, place, body, title, kind, file_ids)
       SELECT $1, 'thread-' || gen_random_uuid(), 'x', '', 'update', '{}' FROM generate_series(1, 100)`,
      [sanne.id],
    );
    const refused = await keep(sanne, `community-${open.id}`, 'nog een');
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:kring:problem:too-many-drafts']);
    expect(await mine(sanne)).toHaveLength(100);
  });

  test.each(['home', 'thread-1', "thread-' OR 1=1", 'user-0198a000-0000-7000-8000-000000000000'])(
    'has no place called %s',
    async (place) => {
      expect((await keep(sanne, encodeURIComponent(place), 'x')).status).toBe(404);
    },
  );

  test.each([
    [{}, 'body'],
    [{ body: 'x'.repeat(40_001) }, 'body'],
    [{ body: 'x', kind: 'song' }, 'kind'],
    [{ body: 'x', fileIds: ['1'] }, 'fileIds'],
    [{ body: 'x', version: -1 }, 'version'],
  ])('is refused in the form %j', async (form, field) => {
    const { status, body } = await sanne.api.put(`/drafts/community-${open.id}`, form);
    expect(status).toBe(400);
    expect(body.errors[0].field).toBe(field);
  });
});
