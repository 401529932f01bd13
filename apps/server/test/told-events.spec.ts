import { EVENT_COLUMNS, EventPresenters, type LoggedEvent, type PresentedEvent, Sequencer } from '#platform';
import { type Kring, startKring } from '#server-testing';
import { must } from '../testing/person.ts';

type Schema = any;

let kring: Kring;
let schemas: Record<string, Schema>;

beforeAll(async () => {
  kring = await startKring();
  schemas = (await kring.admin.api.get('//api/openapi.json')).body.components.schemas;
});
afterAll(() => kring.stop());

const documented = (): Map<string, Schema> =>
  new Map(
    schemas.Event.oneOf.map(({ properties }: Schema) => [properties.type.enum[0], properties.data] as const),
  );

/** Where a value differs from its schema in what it has: the types of single values are the compiler's business. */
function differences(value: any, given: Schema, path: string): string[] {
  if (value === null || value === undefined) return [];
  const schema = resolved(given);
  if (schema.type === 'array')
    return (value as any[]).flatMap((item, index) => differences(item, schema.items, `${path}[${index}]`));
  if (!schema.properties) return [];
  const missing = (schema.required ?? []).filter((name: string) => !(name in value));
  const unknown = Object.keys(value).filter((name) => !(name in schema.properties));
  return [
    ...missing.map((name: string) => `${path}.${name} is missing`),
    ...unknown.map((name) => `${path}.${name} is not documented`),
    ...Object.entries(schema.properties).flatMap(([name, inner]) =>
      differences(value[name], inner, `${path}.${name}`),
    ),
  ];
}

function resolved(schema: Schema): Schema {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return ref ? schemas[ref.split('/').at(-1)] : schema;
}

it('documents every type of event that sockets tell', () => {
  const told = kring.app.get(EventPresenters).types.filter((type) => type !== 'session.ended');
  expect([...documented().keys()].sort()).toEqual(told.sort());
});

/** As it would be told now, with what the consumers added. */
async function told(): Promise<PresentedEvent[]> {
  for (;;) {
    kring.app.get(Sequencer).wake();
    const [waiting] = await kring.database.query('SELECT FROM outbox LIMIT 1');
    const logged = await kring.database.query<LoggedEvent>(
      `SELECT ${EVENT_COLUMNS} FROM events ORDER BY seq`,
    );
    if (!waiting && logged.some(({ type }) => type === 'notification.created'))
      return kring.app.get(EventPresenters).present(logged);
  }
}

it('documents what each of them carries', async () => {
  const [sanne, joris] = [await kring.person('Sanne'), await kring.person('Joris')];
  const place = await sanne.creates('Dak', { kind: 'group', visibility: 'private' });
  await joris.joins(place);
  await sanne.admits(joris, place);
  await sanne.admits(joris, place, 'moderator');
  await must(sanne.api.post(`/communities/${place.id}/invitations`, { userIds: [kring.admin.id] }));
  await must(sanne.api.patch(`/communities/${place.id}`, { purpose: 'Pannen', version: place.version }));
  const thread = await sanne.starts(place, 'Wie?', { kind: 'question' });
  const reply = await joris.replies(thread, `Ik, @${sanne.handle}`);
  await sanne.reacts(reply, '👍');
  await must(sanne.api.patch(`/threads/${thread.id}`, { bestAnswerId: reply.id, version: thread.version }));
  await must(sanne.api.put(`/threads/${thread.id}/read`, { position: 2 }));
  await must(joris.api.patch(`/posts/${reply.id}`, { body: 'Ik.', version: 1 }));
  await must(joris.api.delete(`/posts/${reply.id}`));
  await must(joris.api.post(`/communities/${place.id}/leave`));
  await must(sanne.api.put(`/drafts/thread-${thread.id}`, { body: 'Half' }));
  await must(kring.admin.api.post('/house-rules', { body: 'Wees aardig.', version: 0 }));
  await must(sanne.api.put('/house-rules/acceptance', { version: 1 }));
  await must(kring.admin.api.delete('/house-rules'));
  await must(joris.api.patch('/users/me', { title: 'Dakdekker', version: 1 }));

  const events = await told();
  const wrong = events.flatMap(({ event, data }) =>
    differences(JSON.parse(JSON.stringify(data)), documented().get(event.type), event.type),
  );
  expect([...new Set(wrong)]).toEqual([]);
  expect(new Set(events.map(({ event }) => event.type)).size).toBeGreaterThan(13);
});
