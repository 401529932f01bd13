import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let tom: Person;
let place: any;

beforeAll(async () => {
  kring = await startKring();
  [sanne, tom] = [await kring.person('Sanne'), await kring.person('Tom')];
  place = await sanne.creates('Nieuwbouw');
  await tom.joins(place);
});
afterAll(() => kring.stop());

async function preview(): Promise<any> {
  for (let tries = 0; tries < 400; tries++) {
    const [outbox] = await kring.database.query('SELECT FROM outbox LIMIT 1');
    if (!outbox) break;
    await new Promise((done) => setTimeout(done, 10));
  }
  return tom.reads('/notifications/preview');
}
const told = async () =>
  (await preview()).items.map(({ kind, reach, because }: any) => [kind, reach, because]);

test('says of the last days how each event would reach me, as the settings are now', async () => {
  const thread = await tom.starts(place, 'Wie?');
  await sanne.replies(thread, 'Ik');
  await sanne.reacts(thread.post, '👍');
  await sanne.starts(place, `Dag @${tom.handle}`);
  expect(await told()).toEqual([
    ['mention', 'push', null],
    ['reaction', 'list', 'kind'],
    ['reply', 'push', null],
  ]);
  expect(await preview()).toMatchObject({ days: 7, counts: { push: 2, later: 0, list: 1, none: 0 } });

  await tom.api.patch(`/communities/${place.id}/membership`, { level: 'mentions' });
  expect(await told()).toEqual([
    ['mention', 'push', null],
    ['reaction', 'none', 'level'],
    ['reply', 'none', 'level'],
  ]);

  await tom.api.patch(`/communities/${place.id}/membership`, { level: 'all' });
  await tom.api.put(`/threads/${thread.id}/follow`, { state: 'muted' });
  expect(await told()).toEqual([
    ['mention', 'push', null],
    ['reaction', 'none', 'muted'],
  ]);

  await tom.api.put(`/threads/${thread.id}/follow`, { state: 'following' });
  await tom.api.patch('/notifications/settings', {
    pushOff: [],
    quiet: { from: '00:00', until: '23:59', days: [1, 2, 3, 4, 5, 6, 7] },
  });
  const { items } = await preview();
  // Unless the test runs in the one minute that is left.
  for (const { reach, because, pushedAt, at } of items)
    if (reach !== 'push') {
      expect([reach, because]).toEqual(['later', 'quiet']);
      expect(Date.parse(pushedAt)).toBeGreaterThan(Date.parse(at));
    }
});

test('knows nothing of what I may not read any more', async () => {
  const secluded = await sanne.creates('Dicht', { visibility: 'private' });
  await sanne.admits(tom, secluded);
  await sanne.starts(secluded, `Hier @${tom.handle}`);
  expect((await preview()).items).toEqual(
    expect.arrayContaining([expect.objectContaining({ excerpt: `Hier @${tom.handle}` })]),
  );
  await sanne.removes(tom, secluded);
  expect(JSON.stringify(await preview())).not.toMatch(/Hier|Dicht/);
});

test('levels of many communities change at once, of those only that I am in', async () => {
  const other = await sanne.creates('Elders');
  const answer = await tom.api.put('/memberships/levels', {
    communityIds: [place.id, other.id],
    level: 'none',
  });
  expect(answer.status).toBe(204);
  expect((await tom.reads(`/communities/${place.id}`)).mine).toEqual({ role: 'member', level: 'none' });
  expect((await tom.reads(`/communities/${other.id}`)).mine).toBeNull();
  expect((await sanne.reads(`/communities/${other.id}`)).mine.level).toBe('threads');
});
