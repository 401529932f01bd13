import { apiOf, type Kring, startKring } from '#server-testing';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

test('administrators see versions, sizes, the log and the newest backup; others nothing', async () => {
  const before = await kring.admin.reads('/system');
  expect(before).toMatchObject({
    version: expect.stringMatching(/^\d/),
    node: process.version.slice(1),
    role: 'all',
    sockets: 0,
    database: { version: expect.stringMatching(/^18/), bytes: expect.any(Number) },
    eventLog: { head: expect.any(Number), outbox: expect.any(Number) },
    storage: { files: 0, bytes: 0, freeBytes: expect.any(Number) },
    lastBackup: null,
  });
  expect(before.eventLog.consumers.map(({ name }: any) => name)).toContain('notifications');
  expect(before.database.bytes).toBeGreaterThan(1_000_000);

  await kring.database.query(
    `INSERT INTO backups (made_at, path, bytes, encrypted)
     VALUES ('2026-03-02T02:30:00Z', '/backups/b', 5, false), ('2026-03-01T02:30:00Z', '/backups/a', 7, true)`,
  );
  expect((await kring.admin.reads('/system')).lastBackup).toEqual({
    at: '2026-03-02T02:30:00.000Z',
    bytes: 5,
    encrypted: false,
  });
  const member = await kring.person('Lid');
  expect((await member.api.get('/system')).status).toBe(403);
});

test('a fault in the client is taken without a log-in, only in the form that holds no content, and not without end', async () => {
  const anybody = apiOf(kring.origin);
  const fault = { name: 'TypeError', screen: '/threads/$threadId', frames: [] as object[] };
  const say = (more: object) => anybody.post('/client-errors', { ...fault, ...more });
  const frames = [{ file: 'assets/x-1.js', line: 1, column: 2 }];
  expect((await say({ frames })).status).toBe(204);
  for (const more of [
    { message: 'Cannot read "geheim"' },
    { name: 'Jan said hello' },
    { screen: '/threads/01994f0c-8a51-7c3e-8b1d-2f6f4f0f9a11' },
    { frames: [{ ...frames[0], file: 'a b' }] },
    { frames: Array(21).fill(frames[0]) },
  ])
    expect([JSON.stringify(more).slice(0, 60), (await say(more)).status]).toEqual([expect.any(String), 400]);
  const statuses = [];
  for (let time = 0; time < 6; time++) statuses.push((await say({})).status);
  expect(statuses).toContain(429);
  const foreign = await anybody.send('POST', '/client-errors', {
    headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  expect(foreign.status).toBe(403);
});
