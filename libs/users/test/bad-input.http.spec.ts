import { apiOf, type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let token: string;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  ({ token } = (await kring.admin.api.post('/invitations', { role: 'member' })).body);
});
afterAll(() => kring.stop());

const NOT_TEXT: unknown[] = [null, 7, true, [], ['a', 'b'], {}, { $ne: null }, [['x']], { toString: 'x' }];
const BAD_TEXT = [
  '',
  '   ',
  '\u00a0',
  'nul\0inside',
  'bell\u0007',
  '\u001b[31m',
  'evil\u202egnp.exe',
  'zero\u200bwidth',
];
const long = (max: number) => ['x'.repeat(max + 1), '🎉'.repeat(max + 1)];
const line = (max: number) => [...NOT_TEXT, ...BAD_TEXT, ...long(max), 'x'.repeat(100_000)];
const nullable = (values: unknown[]) => values.filter((value) => value !== null);
const BAD_EMAIL = [
  ...NOT_TEXT,
  '',
  'x',
  '@',
  'a@b@c',
  'a@x,b@y',
  'a@x b@y',
  'a@x\r\nBcc: b@y',
  '"a b"@x',
  `${'x'.repeat(250)}@example.com`,
];
const BAD_PASSWORD = [
  ...NOT_TEXT,
  '',
  'short',
  'x'.repeat(9),
  'x'.repeat(201),
  'with\0a-nul-inside',
  'password12',
];
const BAD_ID = [7, true, [], {}, '', 'x', "'--", '00000000', ['0196a1b0-0000-7000-8000-000000000000']];

const ACCOUNT: Record<string, unknown[]> = { name: line(100), email: BAD_EMAIL, password: BAD_PASSWORD };

const PROFILE: Record<string, unknown[]> = {
  name: line(100),
  title: nullable(line(100)),
  department: nullable(line(100)),
  location: nullable(line(100)),
  about: nullable([...NOT_TEXT, '', ' \n ', 'nul\0', 'x'.repeat(2001)]),
  phone: nullable([...NOT_TEXT, '', 'call me', '+', '()', '1'.repeat(41), "1'; DROP TABLE users"]),
  timeZone: [...NOT_TEXT, '', 'Mars/Olympus', '+01:00', 'x'.repeat(65)],
  language: [...NOT_TEXT, '', 'd', 'EN', 'en_GB', 'nl-', 'deutsch', '__proto__'],
  skills: [
    'x',
    7,
    null,
    {},
    [''],
    [' '],
    [7],
    [null],
    [['x']],
    ['x'.repeat(51)],
    Array(31).fill('x'),
    ['a\0'],
  ],
  managerId: BAD_ID,
  portraitId: BAD_ID,
  version: [null, 'x', 0, -1, 1.5, 2 ** 31, [], {}, true],
};

const INVITATION: Record<string, unknown[]> = {
  email: nullable(BAD_EMAIL),
  role: [...NOT_TEXT, '', 'bot', 'owner', 'Admin'],
  communityIds: [
    'x',
    7,
    null,
    {},
    ['x'],
    [7],
    [null],
    Array(21).fill('0196a1b0-0000-7000-8000-000000000000'),
  ],
};

const casesOf = (fields: Record<string, unknown[]>) =>
  Object.entries(fields).flatMap(([field, values]) =>
    values.map((value) => [field, JSON.stringify(value)?.slice(0, 40), value] as const),
  );

function refusesBy({ status, body }: { status: number; body: any }, field: string): void {
  expect([status, body.type]).toEqual([400, 'urn:kring:problem:invalid-input']);
  expect(body.errors.map((error: any) => error.field.split('.').pop())).toEqual([field]);
  expect(body.errors[0]).toMatchObject({
    code: expect.stringMatching(/^[a-z-]+$/),
    message: expect.any(String),
  });
}

test.each(casesOf(ACCOUNT))('an account with %s %s is refused by that field', async (field, _, value) => {
  const account = { name: 'Nieuw', email: 'nieuw@example.com', password: kring.password, [field]: value };
  refusesBy(await apiOf(kring.origin).post(`/invitations/${token}/accept`, account), field);
});

test.each(casesOf(PROFILE))('a profile with %s %s is refused by that field', async (field, _, value) => {
  refusesBy(await sanne.api.patch('/users/me', { version: 1, [field]: value }), field);
});

test.each(casesOf(INVITATION))(
  'an invitation with %s %s is refused by that field',
  async (field, _, value) => {
    refusesBy(await kring.admin.api.post('/invitations', { role: 'guest', [field]: value }), field);
  },
);

test.each(Object.keys(ACCOUNT))('an account without %s is refused by that field', async (field) => {
  const account = { name: 'Nieuw', email: 'nieuw@example.com', password: kring.password, [field]: undefined };
  const answer = await apiOf(kring.origin).post(`/invitations/${token}/accept`, account);
  refusesBy(answer, field);
  expect(answer.body.errors[0].code).toBe('required');
});

test('a password keeps its spaces, and may be 200 characters long', async () => {
  const password = `  spatie vooraan ${'é'.repeat(180)} ß `.slice(0, 200);
  expect(password).toHaveLength(200);
  const changed = await sanne.api.put('/users/me/password', { current: kring.password, password });
  expect(changed.status).toBe(204);
  const logIn = (given: string) =>
    apiOf(kring.origin).post('/session', { email: sanne.email, password: given });
  expect((await logIn(password)).status).toBe(201);
  expect((await logIn(password.trim())).status).toBe(401);
});

test.each(['null', '[]', '"text"', '7', '{', '{"__proto__": {"role": "admin"}}', '{"constructor": 1}', ''])(
  'the body %s is refused everywhere, and breaks nothing',
  async (body) => {
    const headers = { 'content-type': 'application/json' };
    const answers = [
      await apiOf(kring.origin).send('POST', '/setup', { body, headers }),
      await apiOf(kring.origin).send('POST', '/session', { body, headers }),
      await apiOf(kring.origin).send('POST', `/invitations/${token}/accept`, { body, headers }),
      await sanne.api.send('PATCH', '/users/me', { body, headers }),
      await sanne.api.send('PUT', '/users/me/password', { body, headers }),
      await kring.admin.api.send('PATCH', `/users/${sanne.id}`, { body, headers }),
    ];
    for (const { status } of answers) expect(status).toBe(400);
  },
);
