import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let place: any;
beforeAll(async () => {
  kring = await startKring();
  omar = await kring.person('Omar');
});
afterAll(() => kring.stop());
/** Somebody who has just come, and a community with Omar in it: nothing waits for them. */
beforeEach(async () => {
  sanne = await kring.person('Sanne');
  place = await omar.creates('Nieuwbouw');
  await omar.admits(sanne, place);
  await done({ everything: true });
});

const read = (who = sanne) => who.reads('/catch-up');
async function done(what: object, who = sanne): Promise<string> {
  const { until } = await read(who);
  const { status, body } = await who.api.post('/catch-up/done', { until, ...what });
  expect(status).toBe(200);
  return body.id;
}
/** Section by section, the opening words of what stands there. */
const sections = ({ sections }: any) =>
  Object.fromEntries(
    sections.map(({ section, items }: any) => [section, items.map((one: any) => one.opening.excerpt)]),
  );
const itemOf = (view: any, section: string) =>
  view.sections.find((one: any) => one.section === section)?.items[0];
const listed = ({ threadId, position }: any) => ({ id: threadId, position });

test('what concerns me stands in sections, the rest by community, and the counts add up', async () => {
  const mine = await sanne.starts(place, 'Wie komt er maandag?');
  await omar.replies(mine, 'Ik');
  await omar.starts(place, `Weet @${sanne.handle} het?`, { kind: 'question' });
  await omar.starts(place, `Dank @${sanne.handle}`);
  await omar.starts(place, 'Kantoor dicht', { kind: 'announcement' });
  await omar.starts(place, 'Eerste paal #bouw');
  await omar.starts(place, 'Tweede paal #bouw');
  const view = await read();
  expect(sections(view)).toEqual({
    questions: [`Weet @${sanne.handle} het?`],
    mentions: [`Dank @${sanne.handle}`],
    announcements: ['Kantoor dicht'],
    followed: ['Wie komt er maandag?'],
  });
  expect(view.communities).toMatchObject([{ community: { id: place.id }, threads: 2, posts: 2 }]);
  expect(view.topics).toEqual([{ name: 'bouw', threads: 2, posts: 2 }]);
  expect(view).toMatchObject({ forMe: 4, total: 6 });
  expect(await sanne.reads('/catch-up/count')).toEqual({ forMe: 4, total: 6 });
});

test('listing marks nothing as read', async () => {
  const thread = await omar.starts(place, `Let op @${sanne.handle}`);
  await read();
  await read();
  expect((await sanne.reads(`/threads/${thread.id}`)).mine.unread).toBe(1);
});

test('done reads up to what was listed; a reply that came meanwhile stays', async () => {
  const thread = await omar.starts(place, `Let op @${sanne.handle}`);
  const view = await read();
  await omar.replies(thread, 'En nog iets');
  await sanne.api.post('/catch-up/done', { until: view.until, threads: [listed(itemOf(view, 'mentions'))] });
  expect((await sanne.reads(`/threads/${thread.id}`)).mine).toMatchObject({ readPosition: 1, unread: 1 });
  expect((await read()).total).toBe(1);
});

test('a community that is done keeps what stands in sections, and what came meanwhile', async () => {
  await omar.starts(place, `Voor @${sanne.handle}`);
  const old = await omar.starts(place, 'Bericht');
  const { until } = await read();
  await new Promise((passed) => setTimeout(passed, 5));
  await omar.starts(place, 'Nieuwer bericht');
  await omar.replies(old, 'Nieuwere reactie');
  await sanne.api.post('/catch-up/done', { until, communityIds: [place.id] });
  const view = await read();
  expect(view.communities).toMatchObject([{ threads: 2, posts: 2 }]);
  expect(sections(view)).toHaveProperty('mentions');
  expect((await sanne.reads(`/threads/${old.id}`)).mine.readPosition).toBe(1);
});

test('all done empties it, and what comes later is new', async () => {
  await omar.starts(place, `Voor @${sanne.handle}`);
  await omar.starts(place, 'Bericht');
  const before = await read();
  await done({ everything: true });
  expect(await read()).toMatchObject({ total: 0, sections: [], communities: [], since: before.until });
  expect((await sanne.reads('/feeds/home')).items[0].mine.unread).toBe(0);
  await omar.starts(place, 'Later');
  expect((await read()).total).toBe(1);
});

test('the last step can be undone once, and brings back what it cleared', async () => {
  await omar.starts(place, `Voor @${sanne.handle}`);
  await omar.starts(place, 'Bericht');
  const before = await read();
  const line = await done({ communityIds: [place.id] });
  expect(await read()).toMatchObject({ total: 1 });
  expect((await sanne.api.post('/catch-up/undo', { id: line })).status).toBe(204);
  expect(await read()).toEqual(before);
  const all = await done({ everything: true });
  expect((await sanne.api.post('/catch-up/undo', { id: line })).status).toBe(404);
  expect((await omar.api.post('/catch-up/undo', { id: all })).status).toBe(404);
  await sanne.api.post('/catch-up/undo', { id: all });
  expect(await read()).toEqual(before);
  expect((await sanne.api.post('/catch-up/undo', { id: all })).status).toBe(404);
});

test('undoing leaves alone what was read further meanwhile', async () => {
  const thread = await omar.starts(place, `Voor @${sanne.handle}`);
  const step = await done({ threads: [listed(itemOf(await read(), 'mentions'))] });
  await omar.replies(thread, 'Meer');
  await sanne.api.put(`/threads/${thread.id}/read`, { position: 2 });
  await sanne.api.post('/catch-up/undo', { id: step });
  expect((await sanne.reads(`/threads/${thread.id}`)).mine).toMatchObject({ readPosition: 2, unread: 0 });
});

test('a question in which I take part is shown as decided until I put it aside', async () => {
  const question = await sanne.starts(place, 'Welke kraan?', { kind: 'question' });
  const answer = await omar.replies(question, 'De grote');
  await done({ everything: true });
  const current = await omar.reads(`/threads/${question.id}`);
  const change = { bestAnswerId: answer.id, version: current.version };
  expect((await omar.api.patch(`/threads/${question.id}`, change)).status).toBe(200);
  const item = itemOf(await read(), 'decided');
  expect(item).toMatchObject({
    opening: { excerpt: 'Welke kraan?' },
    post: { excerpt: 'De grote' },
    unread: 0,
  });
  expect((await omar.reads('/catch-up')).sections).toEqual([]);
  const step = await done({ threads: [listed(item)] });
  expect((await read()).total).toBe(0);
  await sanne.api.post('/catch-up/undo', { id: step });
  expect((await read()).total).toBe(1);
});

test('a mention in a public community that I am not in is shown, and can be done', async () => {
  const elsewhere = await omar.creates('Elders');
  await omar.starts(elsewhere, `Vraag het @${sanne.handle}`);
  await omar.starts(elsewhere, 'Niet voor Sanne');
  const view = await read();
  expect(view).toMatchObject({ forMe: 1, total: 1 });
  await done({ threads: [listed(itemOf(view, 'mentions'))] });
  expect((await read()).total).toBe(0);
});

test('conversations stay out of it, and unread', async () => {
  const { body } = await omar.api.post('/communities', { kind: 'conversation', memberIds: [sanne.id] });
  await omar.starts(body, `Psst @${sanne.handle}`);
  expect(await read()).toMatchObject({ total: 0 });
  await done({ everything: true });
  expect((await sanne.reads('/conversations')).items[0].unread).toBe(1);
});

test('nothing of a community that I may not read any more is left', async () => {
  const secret = await omar.creates('Geheim', { visibility: 'secret' });
  await omar.admits(sanne, secret);
  const thread = await omar.starts(secret, `Voor @${sanne.handle}`);
  await omar.starts(secret, 'Meer');
  const before = await read();
  expect(before.total).toBe(2);
  await omar.removes(sanne, secret);
  expect(await read()).toMatchObject({ total: 0 });
  const blind = { until: before.until, threads: [{ id: thread.id, position: 1 }], communityIds: [secret.id] };
  expect((await sanne.api.post('/catch-up/done', blind)).status).toBe(200);
  const [mark] = await kring.database.query(
    'SELECT read_position FROM thread_marks WHERE user_id = $1 AND thread_id = $2 AND read_position > 0',
    [sanne.id, thread.id],
  );
  expect(mark).toBeUndefined();
});

test('more than fit in a section are counted, and come up when the first are done', async () => {
  for (let n = 1; n <= 32; n++) await omar.starts(place, `${n} voor @${sanne.handle}`);
  const [first] = (await read()).sections;
  expect(first).toMatchObject({ section: 'mentions', count: 32 });
  expect(first.items).toHaveLength(30);
  await done({ threads: first.items.map(listed) });
  expect((await read()).sections[0].items.map((one: any) => one.opening.excerpt)).toEqual([
    `2 voor @${sanne.handle}`,
    `1 voor @${sanne.handle}`,
  ]);
});

test('a moment to come counts as now', async () => {
  await sanne.api.post('/catch-up/done', { until: '2099-01-01T00:00:00.000Z', everything: true });
  await omar.starts(place, 'Later');
  expect((await read()).total).toBe(1);
});

test.each([
  {},
  { until: 'yesterday' },
  { until: '2026-01-01T00:00:00.000Z', threads: [{ id: 'x', position: 1 }] },
  { until: '2026-01-01T00:00:00.000Z', threads: [{ position: 1 }] },
  { until: '2026-02-31T00:00:00.000Z' },
  { until: '2026-01-01T00:00:00.000Z', communityIds: 'all' },
])('%j is refused', async (body) => {
  expect((await sanne.api.post('/catch-up/done', body)).status).toBe(400);
});
