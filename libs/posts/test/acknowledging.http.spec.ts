import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let mod: Person;
let omar: Person;
let piet: Person;
let guest: Person;
beforeAll(async () => {
  kring = await startKring();
  [sanne, mod, omar, piet] = (await Promise.all(
    ['Sanne', 'Mo', 'Omar', 'Piet'].map((name) => kring.person(name)),
  )) as [Person, Person, Person, Person];
  guest = await kring.person('Gerrit', 'guest');
});
afterAll(() => kring.stop());

async function aPlace(): Promise<any> {
  const place = await sanne.creates('Bouwplaats');
  await sanne.admits(mod, place, 'moderator');
  await sanne.admits(guest, place);
  await omar.joins(place);
  return place;
}
const asks = (place: any, more = {}) =>
  sanne.starts(place, 'Helm verplicht', { kind: 'announcement', asksAcknowledgement: true, ...more });
const confirms = (who: Person, { id }: any) => who.api.put(`/threads/${id}/acknowledgement`);
const askedOf = async (who: Person, { id }: any) => (await who.reads(`/threads/${id}`)).mine.acknowledgement;
const waitsFor = async (who: Person) =>
  (await who.reads('/feeds/unacknowledged')).items.map(({ id }: any) => id);
const whoDid = async (who: Person, { id }: any, state: string) => {
  const { items, asked, given } = await who.reads(`/threads/${id}/acknowledgements?state=${state}`);
  return { names: items.map(({ user }: any) => user.name), asked, given };
};

describe('an announcement that asks everybody to confirm', () => {
  test('asks each member, but for who wrote it, until they did', async () => {
    const thread = await asks(await aPlace());
    expect([thread.asksAcknowledgement, thread.mine.acknowledgement]).toEqual([true, null]);
    expect(await askedOf(sanne, thread)).toBeNull();
    for (const who of [mod, omar, guest]) {
      expect(await askedOf(who, thread)).toBe('asked');
      expect(await waitsFor(who)).toContain(thread.id);
    }
    expect((await confirms(omar, thread)).status).toBe(204);
    expect((await confirms(omar, thread)).status).toBe(204);
    expect(await askedOf(omar, thread)).toBe('given');
    expect(await waitsFor(omar)).not.toContain(thread.id);
    expect(await waitsFor(sanne)).not.toContain(thread.id);
  });

  test('does not ask who came later, nor who only may read it; to others it does not exist', async () => {
    const place = await aPlace();
    const thread = await asks(place);
    expect(await askedOf(piet, thread)).toBeNull();
    expect((await confirms(piet, thread)).status).toBe(204);
    await piet.joins(place);
    expect((await confirms(piet, thread)).status).toBe(204);
    expect(await askedOf(piet, thread)).toBeNull();
    expect(await whoDid(sanne, thread, 'given')).toEqual({ names: [], asked: 3, given: 0 });
    const secret = await sanne.creates('Besloten', { visibility: 'secret' });
    expect((await confirms(piet, await asks(secret))).status).toBe(404);
  });

  test('shows who did and who did not to its author, owners and moderators alone', async () => {
    const place = await aPlace();
    const thread = await asks(place);
    await confirms(omar, thread);
    for (const who of [sanne, mod]) {
      expect(await whoDid(who, thread, 'given')).toEqual({ names: ['Omar'], asked: 3, given: 1 });
      expect((await whoDid(who, thread, 'missing')).names).toEqual(['Gerrit', 'Mo']);
    }
    expect((await omar.api.get(`/threads/${thread.id}/acknowledgements`)).status).toBe(403);
    const first = await sanne.reads(`/threads/${thread.id}/acknowledgements?limit=1`);
    const next = await sanne.reads(`/threads/${thread.id}/acknowledgements?limit=1&cursor=${first.next}`);
    expect([first, next].map(({ items }) => items[0].user.name)).toEqual(['Gerrit', 'Mo']);
    await omar.api.post(`/communities/${place.id}/leave`);
    expect(await whoDid(sanne, thread, 'given')).toMatchObject({ asked: 2, given: 0 });
  });

  test('can begin and stop to ask later; asked anew, everybody is asked anew', async () => {
    const place = await aPlace();
    const thread = await sanne.starts(place, 'Let op', { kind: 'announcement' });
    const change = (who: Person, asksAcknowledgement: boolean) =>
      who.api.patch(`/threads/${thread.id}`, { asksAcknowledgement });
    expect((await change(mod, true)).status).toBe(403);
    expect((await change(sanne, true)).body).toMatchObject({ asksAcknowledgement: true, version: 2 });
    await confirms(omar, thread);
    await change(sanne, false);
    expect([await askedOf(omar, thread), await waitsFor(omar)]).toEqual([
      null,
      expect.not.arrayContaining([thread.id]),
    ]);
    await new Promise((done) => setTimeout(done, 5));
    await change(sanne, true);
    expect(await askedOf(omar, thread)).toBe('asked');
    await confirms(omar, thread);
    expect(await askedOf(omar, thread)).toBe('given');
  });

  test('is an announcement, and one that is deleted asks no more', async () => {
    const place = await aPlace();
    const refused = await sanne.api.post(`/communities/${place.id}/threads`, {
      kind: 'update',
      body: 'Hoi',
      asksAcknowledgement: true,
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'asksAcknowledgement', code: 'not-an-announcement' }] },
    });
    const thread = await asks(place);
    await omar.replies(thread, 'Gezien');
    await sanne.api.delete(`/posts/${thread.post.id}`);
    expect(await omar.reads(`/threads/${thread.id}`)).toMatchObject({
      asksAcknowledgement: false,
      mine: { acknowledgement: null },
    });
  });
});
