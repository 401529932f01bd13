import { type Kring, startKring } from '#server-testing';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

const said = (items: any[]) => items.map(({ person, reason, count }) => `${person.name}: ${reason} ${count}`);

test('one’s manager, department and fellow members are suggested, once each, until they are followed', async () => {
  const [lead, peer, fellow, gone, guest, me] = await Promise.all([
    kring.person('Lead'),
    kring.person('Peer'),
    kring.person('Fellow'),
    kring.person('Gone'),
    kring.person('Gast', 'guest'),
    kring.person('Me'),
  ]);
  const profile = (person: typeof me, more: object) => person.api.patch('/users/me', { version: 1, ...more });
  await profile(peer, { department: 'Water' });
  await profile(gone, { department: 'water' });
  await profile(me, { department: 'WATER', managerId: lead.id });
  const place = await me.creates('Gemaal');
  for (const person of [fellow, peer, guest]) await me.admits(person, place);
  await kring.admin.api.post(`/users/${gone.id}/deactivate`);

  const { items } = await me.reads('/users/suggestions');
  expect(said(items)).toEqual(['Lead: manager 1', 'Peer: department 1', 'Fellow: communities 1']);
  await me.api.post(`/users/${lead.id}/follow`);
  expect(said((await me.reads('/users/suggestions')).items)[0]).toBe('Peer: department 1');
  expect((await guest.reads('/users/suggestions')).items).toEqual([]);
});

test('a guest is marked as one wherever they are named', async () => {
  const guest = await kring.person('Bezoeker', 'guest');
  const place = await kring.admin.creates('Samen');
  await kring.admin.admits(guest, place);
  const thread = await guest.starts(place, 'Hallo');
  expect(thread.post.author.guest).toBe(true);
  const { items } = await kring.admin.reads(`/communities/${place.id}/members`);
  expect(items.map(({ user }: any) => [user.name, user.guest])).toEqual(
    expect.arrayContaining([
      ['Bezoeker', true],
      ['Ada Admin', false],
    ]),
  );
  expect((await kring.admin.reads('/users?q=bezoeker')).items[0].guest).toBe(true);
});
