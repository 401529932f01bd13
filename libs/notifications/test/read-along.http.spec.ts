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

async function unread(person: Person): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const [state] = await kring.database.query<{ left: number; lag: number }>(
      `SELECT (SELECT count(*) FROM outbox)::int AS left,
         (SELECT head - seq FROM event_log, consumers WHERE name = 'notifications')::int AS lag`,
    );
    if (state!.left === 0 && state!.lag === 0) break;
    if (tries > 400) throw new Error('the consumer does not come to the end');
    await new Promise((done) => setTimeout(done, 10));
  }
  const { items } = await person.reads('/notifications?unread=true');
  expect((await person.reads('/notifications/unread')).count).toBe(items.length);
  return items.map(({ kind }: any) => kind);
}

test('reading up to a post reads what was told of it, not what comes after, and says so to all devices', async () => {
  const thread = await tom.starts(place, 'Begin');
  await sanne.replies(thread, 'Een');
  await sanne.replies(thread, `Twee @${tom.handle}`);
  expect((await unread(tom)).sort()).toEqual(['mention', 'reply']);
  await tom.api.put(`/threads/${thread.id}/read`, { position: 2 });
  expect(await unread(tom)).toEqual(['mention']);
  await tom.api.put(`/threads/${thread.id}/read`, { position: 3 });
  expect(await unread(tom)).toEqual([]);
  const said = await kring.database.query(
    `SELECT FROM events WHERE type = 'notification.read' AND user_id = $1`,
    [tom.id],
  );
  expect(said).toHaveLength(2);
});

test('a reaction stays until it is looked at', async () => {
  const thread = await tom.starts(place, 'Mooi');
  await sanne.reacts(thread.post, '👍');
  await sanne.replies(thread, 'Zeker');
  expect((await unread(tom)).sort()).toEqual(['reaction', 'reply']);
  await tom.replies(thread, 'Dank');
  expect(await unread(tom)).toEqual(['reaction']);
});

test('reading the whole community reads what was told of it; others keep theirs', async () => {
  const thread = await sanne.starts(place, `Kijk @${tom.handle} en @${kring.admin.handle}`);
  expect(await unread(tom)).toContain('mention');
  await tom.api.post(`/communities/${thread.communityId}/read`);
  expect(await unread(tom)).not.toContain('mention');
  expect(await unread(kring.admin)).toContain('mention');
});
