import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;

beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
});
afterAll(() => kring.stop());

const post = (path: string, body: string) =>
  sanne.api.send('POST', path, { body, headers: { 'content-type': 'application/json' } });

const nested = (open: string, inside: string, close: string) =>
  open.repeat(30_000) + inside + close.repeat(30_000);
const many = (item: string) => Array(60_000).fill(item).join();

const TOO_MUCH = {
  'lists in lists': nested('[', '', ']'),
  'objects in objects': nested('{"a":', '1', '}'),
  'a field of lists in lists': `{"name":${nested('[', '', ']')}}`,
  'parts of lists in lists': `{"kind":"project","name":"x","milestones":${nested('[', '', ']')}}`,
  'very many parts': `{"kind":"project","name":"x","milestones":[${many('{}')}]}`,
  'very many texts': `{"kind":"conversation","memberIds":[${many('"x"')}]}`,
};

it.each(Object.entries(TOO_MUCH))('refuses %s at once', async (_, body) => {
  const began = performance.now();
  const { status } = await post('/communities', body);
  expect(status).toBe(400);
  // Checked one by one they would take seconds, in which nobody else is answered.
  expect(performance.now() - began).toBeLessThan(1_000);
});

it('measures a quarter megabyte of blanks at once', async () => {
  const began = performance.now();
  const { status } = await sanne.api.post('/communities', {
    kind: 'group',
    name: 'x',
    purpose: `a${' '.repeat(200_000)}b`,
  });
  expect(status).toBe(400);
  expect(performance.now() - began).toBeLessThan(1_000);
});

it('understands as many ids as any request may name', async () => {
  const ids = Array.from({ length: 1_000 }, () => crypto.randomUUID());
  expect((await sanne.api.post('/notifications/read', { ids })).status).toBe(204);
});

it('takes half a character for an unreadable one', async () => {
  const made = await post('/communities', '{"kind":"group","name":"Half \\ud83d"}');
  expect(made).toMatchObject({ status: 201, body: { name: 'Half \ufffd' } });
  const tried = await post('/session', '{"email":"\\ud800@example.com","password":"does not matter"}');
  expect([400, 401]).toContain(tried.status);
});

it.each([{ toString: 1, valueOf: 1 }, ['true'], [true], 1])(
  'refuses %j where true or false is meant',
  async (pinned) => {
    const place = await sanne.creates('Proef');
    const { id } = await sanne.starts(place, 'Hallo');
    const { status, body } = await sanne.api.patch(`/threads/${id}`, { pinned });
    expect({ status, field: body.errors?.[0].field }).toEqual({ status: 400, field: 'pinned' });
  },
);
