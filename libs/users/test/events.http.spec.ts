import { EVENT_COLUMNS, EventLog, EventPresenters, type LoggedEvent } from '#platform';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
});
afterAll(() => kring.stop());

/** The events about somebody, once all have their number. */
async function eventsAbout(person: Person): Promise<LoggedEvent[]> {
  for (;;) {
    const [outbox] = await kring.database.query<{ count: number }>('SELECT count(*) AS count FROM outbox');
    if (outbox!.count === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return kring.database.query<LoggedEvent>(
    `SELECT ${EVENT_COLUMNS} FROM events
     WHERE user_id = $1 AND (type LIKE 'user.%' OR type LIKE 'session.%') ORDER BY seq`,
    [person.id],
  );
}

test('each change of a person is one event that names them and who did it, without their words', async () => {
  const person = await kring.person('Verandering');
  await person.onAnotherDevice();
  await person.api.patch('/users/me', { version: 1, title: 'Geheim agent' });
  await kring.admin.api.patch(`/users/${person.id}`, { role: 'admin' });
  await kring.admin.api.post(`/users/${person.id}/deactivate`);
  await kring.admin.api.post(`/users/${person.id}/deactivate`);
  await kring.admin.api.post(`/users/${person.id}/reactivate`);
  const events = await eventsAbout(person);
  expect(events.map(({ type, actorId, data }) => [type, actorId, data])).toEqual([
    ['user.joined', kring.admin.id, {}],
    ['user.changed', person.id, {}],
    ['user.changed', kring.admin.id, { role: 'admin' }],
    ['user.deactivated', kring.admin.id, {}],
    ['session.ended', kring.admin.id, { sessionIds: [expect.any(String), expect.any(String)] }],
    ['user.reactivated', kring.admin.id, {}],
  ]);
  expect(JSON.stringify(events)).not.toMatch(/Geheim|Verandering|@example/);
});

test('an event delivers the person as a fresh load shows them', async () => {
  const person = await kring.person('Vers');
  await person.api.patch('/users/me', { version: 1, title: 'Timmervrouw' });
  const presented = await kring.app.get(EventPresenters).present(await eventsAbout(person));
  const fresh = await sanne.reads(`/users/${person.id}`);
  expect(presented.map(({ event, audience }) => [event.type, audience])).toEqual([
    ['user.joined', 'employees'],
    ['user.changed', 'employees'],
  ]);
  for (const { data } of presented) expect(JSON.parse(JSON.stringify(data))).toEqual({ user: fresh });
});

test('that a session ended is told to nobody outside the server', async () => {
  const person = await kring.person('Stil');
  const phone = await person.onAnotherDevice();
  await phone.api.delete('/session');
  const events = await eventsAbout(person);
  expect(events.at(-1)!.type).toBe('session.ended');
  const presented = await kring.app.get(EventPresenters).present(events);
  expect(presented.map(({ event }) => event.type)).toEqual(['user.joined']);
});

test('a session that another process ended is forgotten within a moment, though it is in constant use', async () => {
  const person = await kring.person('Elders');
  expect((await person.api.get('/session')).status).toBe(200);
  // What another process would do: its rows and its event, not a word to this one.
  await kring.app.get(EventLog).write(async (transaction) => {
    const ended = await transaction.query<{ id: string }>(
      'DELETE FROM sessions WHERE user_id = $1 RETURNING id',
      [person.id],
    );
    await transaction.record({
      type: 'session.ended',
      userId: person.id,
      data: { sessionIds: ended.map(({ id }) => id) },
    });
  });
  const began = Date.now();
  while ((await person.api.get('/session')).status === 200) {
    if (Date.now() - began > 1_000) throw new Error('still logged in after a second');
  }
});
