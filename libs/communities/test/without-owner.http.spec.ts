import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let admin: Person;
let owner: Person;
let moderator: Person;
let member: Person;
let secret: any;
beforeAll(async () => {
  kring = await startKring();
  admin = kring.admin;
});
afterAll(() => kring.stop());
beforeEach(async () => {
  [owner, moderator, member] = [
    await kring.person('Olga Owner'),
    await kring.person('Mo Moderator'),
    await kring.person('Mia Member'),
  ];
  secret = await owner.creates(`Overname ${owner.handle}`, { visibility: 'secret' });
  await owner.admits(member, secret);
  await owner.admits(moderator, secret, 'moderator');
});

const deactivate = (who: Person) => admin.api.post(`/users/${who.id}/deactivate`);
const listed = async () => (await admin.reads('/communities/without-owner?limit=100')).items;
const found = async () => (await listed()).find(({ id }: any) => id === secret.id);
const appoint = (who: Person, by = admin) =>
  by.api.put(`/communities/${secret.id}/owner`, { userId: who.id });

test('deactivating somebody answers which communities lose their last owner; those are listed', async () => {
  expect(await found()).toBeUndefined();
  const { status, body } = await deactivate(owner);
  expect([status, body.withoutOwner]).toEqual([200, [{ id: secret.id, name: secret.name, kind: 'project' }]]);
  expect(await found()).toMatchObject({
    ...{ name: secret.name, kind: 'project', memberCount: 3 },
    candidates: [{ id: moderator.id }, { id: member.id }],
  });
  await admin.api.post(`/users/${owner.id}/reactivate`);
  expect(await found()).toBeUndefined();
});

test('an administrator appoints one of its members, and reads nothing of it for that', async () => {
  await member.starts(secret, 'Stil');
  await deactivate(owner);
  expect((await appoint(member)).status).toBe(204);
  expect((await member.reads(`/communities/${secret.id}`)).mine.role).toBe('owner');
  expect(await found()).toBeUndefined();
  for (const path of ['', '/threads', '/members'])
    expect((await admin.api.get(`/communities/${secret.id}${path}`)).status).toBe(404);
  const [event] = await kring.database.query(
    `SELECT actor_id, user_id, data ->> 'role' AS role FROM events WHERE community_id = $1
     AND type = 'membership.changed' ORDER BY seq DESC LIMIT 1`,
    [secret.id],
  );
  expect(event ?? { missing: true }).toEqual({ actor_id: admin.id, user_id: member.id, role: 'owner' });
});

test('nobody comes to read it by being appointed, as long as somebody is left in it', async () => {
  await deactivate(owner);
  const guest = await kring.person('Gast', 'guest');
  const stranger = await kring.person('Vreemde');
  for (const who of [admin, stranger, guest, owner]) expect((await appoint(who)).status).toBe(400);
  for (const who of [moderator, member, stranger]) expect((await appoint(member, who)).status).toBe(403);
});

test('where nobody is left any colleague may be, but not who appoints', async () => {
  const stranger = await kring.person('Erfgenaam');
  for (const who of [owner, moderator, member]) await deactivate(who);
  expect(await found()).toMatchObject({ candidates: [] });
  expect((await appoint(admin)).status).toBe(400);
  expect((await appoint(stranger)).status).toBe(204);
  expect((await stranger.reads(`/communities/${secret.id}`)).mine.role).toBe('owner');
});

test('what somebody runs, or has no owners, is not there to be given away', async () => {
  expect((await appoint(member)).status).toBe(404);
  const talk = await owner.api.post('/communities', { kind: 'conversation', memberIds: [member.id] });
  await deactivate(owner);
  const answer = await admin.api.put(`/communities/${talk.body.id}/owner`, { userId: member.id });
  expect(answer.status).toBe(404);
  expect((await listed()).map(({ kind }: any) => kind)).not.toContain('conversation');
});

test('of two administrators who appoint at the same moment one does', async () => {
  await deactivate(owner);
  const answers = await Promise.all([appoint(moderator), appoint(member)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
});
