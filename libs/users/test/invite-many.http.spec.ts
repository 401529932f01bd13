import { apiOf, type Kring, startKring } from '#server-testing';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

const invite = (people: unknown, more: object = {}) =>
  kring.admin.api.post('/invitations/many', { role: 'member', people, ...more });

test('each line of a list is answered by itself, in order: a link, or what is wrong with it', async () => {
  const { status, body } = await invite([
    { email: 'Tess@Example.com', name: 'Tess van Leeuwen', department: 'Constructies' },
    { email: 'no address' },
    { email: 'ada@example.com' },
    { email: 'gast@example.com', role: 'guest' },
    { email: 'x@example.com', role: 'king' },
    { email: '' },
    { email: 12, name: ['x'] },
    { email: 'long@example.com', name: 'x'.repeat(101) },
  ]);
  expect(status).toBe(200);
  const said = body.items.map(
    (item: any) => item.invitation?.role ?? `${item.problem} ${item.field} ${item.code}`,
  );
  expect(said).toEqual([
    'member',
    'invalid-input email not-an-email',
    'email-taken null null',
    'guest',
    'invalid-input role not-allowed',
    expect.stringMatching(/^invalid-input email /),
    expect.stringMatching(/^invalid-input /),
    'invalid-input name too-long',
  ]);
  expect(body.items[0].invitation).toMatchObject({ email: 'tess@example.com' });
});

test('what the list says of a person waits for them: the name to agree to, the department on their profile', async () => {
  const { body } = await invite([{ email: 'wim@example.com', name: 'Wim', department: 'Wegen' }]);
  const { token } = body.items[0].invitation;
  const api = apiOf(kring.origin);
  expect((await api.get(`/invitations/${token}`)).body).toMatchObject({ name: 'Wim' });
  const account = { name: 'Willem de Wit', email: 'wim@example.com', password: kring.password };
  const { user } = (await api.post(`/invitations/${token}/accept`, { ...account, language: 'nl' })).body;
  expect(user).toMatchObject({ name: 'Willem de Wit', department: 'Wegen', language: 'nl' });
});

test('five hundred at once, not more; a community one may not open refuses each line', async () => {
  const people = Array.from({ length: 500 }, (_, place) => ({ email: `p${place}@example.com` }));
  const { body } = await invite(people);
  expect(body.items.filter((item: any) => item.invitation)).toHaveLength(500);
  expect((await invite([...people, { email: 'more@example.com' }])).status).toBe(400);
  const owner = await kring.person('Eigenaar');
  const secret = await owner.creates('Geheim', { visibility: 'secret' });
  const refused = await invite([{ email: 'q@example.com' }], { communityIds: [secret.id] });
  expect(refused.body.items[0].problem).toBe('not-found');
}, 30_000);

test('people are listed by role, page by page', async () => {
  await kring.person('Gast een', 'guest');
  await kring.person('Gast twee', 'guest');
  const first = await kring.admin.reads('/users?role=guest&limit=1');
  const second = await kring.admin.reads(`/users?role=guest&limit=1&cursor=${first.next}`);
  expect([...first.items, ...second.items].map(({ name }: any) => name)).toEqual(['Gast een', 'Gast twee']);
  expect(second.next).toBeNull();
});
