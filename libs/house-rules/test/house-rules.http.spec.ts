import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let gert: Person;
let place: any;

beforeAll(async () => {
  kring = await startKring();
  [sanne, gert] = [await kring.person('Sanne'), await kring.person('Gert', 'guest')];
  place = await sanne.creates('Nieuwbouw');
  await sanne.admits(gert, place);
});
afterAll(() => kring.stop());
afterEach(() => kring.admin.api.delete('/house-rules'));

const state = (): Promise<any> => kring.admin.reads('/house-rules/state');
const publish = async (body: string, more: object = {}): Promise<any> => {
  const { version } = await state();
  return (await kring.admin.api.post('/house-rules', { body, version, ...more })).body.current;
};
const accept = (person: Person, version: number) => person.api.put('/house-rules/acceptance', { version });
const owed = async (person: Person): Promise<number | null> => (await person.reads('/session')).rulesToAccept;
const problem = ({ status, body }: { status: number; body: any }) => [status, body.type];
const NOT_ACCEPTED = [403, 'urn:kring:problem:rules-not-accepted'];

describe('house rules', () => {
  test('are none until an administrator writes them, and then one text for all, safe to show', async () => {
    expect(await sanne.reads('/house-rules')).toEqual({ current: null });
    expect(await owed(sanne)).toBeNull();
    const { version } = await publish('# Zo doen we\n\n* Wees **aardig** <script>alert(1)</script> @sanne', {
      changes: 'De eerste.',
    });
    for (const person of [sanne, gert]) {
      const { current } = await person.reads('/house-rules');
      expect(current).toMatchObject({ version, changes: 'De eerste.', acceptedAt: null });
      expect(current.html).toContain('<strong>aardig</strong>');
      expect(current.html).not.toContain('<script');
    }
  });

  test('are previewed as they will look, and not published by it', async () => {
    const { body } = await kring.admin.api.post('/house-rules/preview', { body: '**vet**' });
    expect(body.html).toContain('<strong>vet</strong>');
    expect((await state()).current).toBeNull();
  });

  test('are accepted once per version, on one device for all', async () => {
    const first = await publish('Een');
    const phone = await sanne.onAnotherDevice();
    expect([await owed(sanne), await owed(gert)]).toEqual([first.version, first.version]);
    const { body } = await accept(sanne, first.version);
    expect(Date.parse(body.acceptedAt)).not.toBeNaN();
    expect((await accept(phone, first.version)).body.acceptedAt).toBe(body.acceptedAt);
    expect([await owed(sanne), await owed(phone), await owed(gert)]).toEqual([null, null, first.version]);
    const second = await publish('Twee');
    expect(second.version).toBe(first.version + 1);
    expect(await owed(sanne)).toBe(second.version);
  });

  test('of an older version are not accepted any more; the answer has those that hold', async () => {
    const first = await publish('Een');
    const second = await publish('Twee');
    const answer = await accept(sanne, first.version);
    expect([answer.status, answer.body.current.version]).toEqual([412, second.version]);
    expect((await accept(sanne, second.version + 1)).status).toBe(412);
    expect(await owed(sanne)).toBe(second.version);
  });

  test('are accepted by who publishes them, and withdrawn they bind nobody', async () => {
    await publish('Een');
    expect(await owed(kring.admin)).toBeNull();
    expect((await kring.admin.api.delete('/house-rules')).body.current).toBeNull();
    expect((await kring.admin.api.delete('/house-rules')).status).toBe(200);
    expect(await owed(sanne)).toBeNull();
    expect((await accept(sanne, (await state()).version)).status).toBe(412);
    await sanne.starts(place, 'Gewoon');
  });

  test('are not published over those of another administrator', async () => {
    const { version } = await state();
    await publish('De ene');
    const late = await kring.admin.api.post('/house-rules', { body: 'De andere', version });
    expect([late.status, late.body.current.current.body]).toEqual([412, 'De ene']);
  });

  test('show who has accepted and who has not, page by page; who left is not counted', async () => {
    const gone = await kring.person('Weg');
    const { version } = await publish('Een');
    await accept(gone, version);
    await kring.admin.api.post(`/users/${gone.id}/deactivate`);
    await accept(sanne, version);
    const names = async (which: string): Promise<string[]> => {
      const found: string[] = [];
      for (let cursor = ''; ; ) {
        const page = await kring.admin.reads(`/house-rules/acceptances?state=${which}&limit=1${cursor}`);
        found.push(...page.items.map(({ person }: any) => person.name));
        if (!page.next) return found;
        cursor = `&cursor=${page.next}`;
      }
    };
    expect(await names('accepted')).toEqual([kring.admin.name, 'Sanne']);
    expect(await names('missing')).toEqual(['Gert']);
    const { accepted, missing, publishedBy } = await state();
    expect([accepted, missing, publishedBy.id]).toEqual([2, 1, kring.admin.id]);
  });

  test.each([
    [{ body: '' }, 'body'],
    [{ body: 'x'.repeat(40_001) }, 'body'],
    [{ body: 'x', changes: 'x'.repeat(501) }, 'changes'],
    [{ body: 'x', version: -1 }, 'version'],
    [{ body: 'x', version: 'x' }, 'version'],
  ])('are refused in the form %j', async (form, field) => {
    const { status, body } = await kring.admin.api.post('/house-rules', { version: 0, ...form });
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });
});

describe('whoever has not accepted them', () => {
  let version: number;
  let thread: any;
  beforeEach(async () => {
    thread = await sanne.starts(place, 'Eerder');
    version = (await publish('Wees aardig')).version;
  });

  test('reads, but changes nothing, and is told which version waits; then goes on', async () => {
    for (const person of [sanne, gert]) {
      await person.reads(`/threads/${thread.id}`);
      await person.reads('/feeds/home');
      const reply = await person.api.post(`/threads/${thread.id}/posts`, { body: 'Toch' });
      expect(problem(reply)).toEqual(NOT_ACCEPTED);
      expect(reply.body.version).toBe(version);
      expect(problem(await person.api.patch('/users/me', { about: 'x', version: 1 }))).toEqual(NOT_ACCEPTED);
      await accept(person, version);
      await person.replies(thread, 'Nu wel');
    }
  });

  test('loses nothing: drafts are kept, files arrive, reading is remembered, leaving is possible', async () => {
    const phone = await sanne.onAnotherDevice();
    const form = new FormData();
    form.set('file', new Blob(['plan']), 'plan.txt');
    const statuses = [
      (await phone.api.put(`/drafts/thread-${thread.id}`, { body: 'Half' })).status,
      (await phone.api.send('POST', '/files', { body: form })).status,
      (await phone.api.put(`/threads/${thread.id}/read`, { position: 1 })).status,
      (await phone.api.delete(`/drafts/thread-${thread.id}`)).status,
      (await phone.api.delete('/session')).status,
    ];
    expect(statuses).toEqual([200, 201, 204, 204, 204]);
  });

  test('has a client that goes on with a bearer token', async () => {
    const token = sanne.api.cookie().split('=')[1]!;
    const answer = await fetch(`${kring.origin}/api/v1/threads/${thread.id}/posts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ body: 'Van een koppeling' }),
    });
    expect(answer.status).toBe(201);
  });
});
