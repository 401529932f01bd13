import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let guest: Person;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne'), await kring.person('Omar')];
  guest = await kring.person('Gerrit', 'guest');
});
afterAll(() => kring.stop());

const make = async (who: Person, wish: object): Promise<any> =>
  (await who.api.post('/communities', { kind: 'project', visibility: 'public', ...wish })).body;
const seenBy = async (viewer: Person, of: Person): Promise<string[]> =>
  (await viewer.reads(`/users/${of.id}/communities`)).items.map(({ name }: any) => name);

test('what somebody is in is told to those who may read it, and to nobody else', async () => {
  await make(sanne, { name: 'Open' });
  const closed = await make(sanne, { name: 'Besloten', visibility: 'private' });
  const secret = await make(sanne, { name: 'Geheim', visibility: 'secret' });
  expect(await seenBy(sanne, sanne)).toEqual(['Besloten', 'Geheim', 'Open']);
  expect(await seenBy(omar, sanne)).toEqual(['Open']);
  expect(await seenBy(kring.admin, sanne)).toEqual(['Open']);
  await sanne.api.put(`/communities/${secret.id}/members/${omar.id}`, { role: 'member' });
  expect(await seenBy(omar, sanne)).toEqual(['Geheim', 'Open']);
  expect((await guest.api.get(`/users/${sanne.id}/communities`)).status).toBe(404);
  await sanne.api.put(`/communities/${closed.id}/members/${guest.id}`, { role: 'member' });
  expect(await seenBy(guest, sanne)).toEqual(['Besloten']);
});

test('the pages hold each once, and what is archived is in none', async () => {
  const lisa = await kring.person('Lisa');
  const gone = await make(lisa, { name: 'Klaar' });
  for (const name of ['A', 'B', 'C']) await make(lisa, { name });
  await lisa.api.delete(`/communities/${gone.id}`);
  const names: string[] = [];
  let cursor = '';
  do {
    const page = await sanne.reads(`/users/${lisa.id}/communities?limit=2${cursor}`);
    names.push(...page.items.map(({ name }: any) => name));
    cursor = page.next ? `&cursor=${page.next}` : '';
  } while (cursor);
  expect(names).toEqual(['A', 'B', 'C']);
});

test('a suggestion gives its true reason: a project shared with its people, new, or really large', async () => {
  const [eva, tom] = [await kring.person('Eva'), await kring.person('Tom')];
  const shared = await make(eva, { name: 'Gedeeld' });
  await tom.api.post(`/communities/${shared.id}/join`);
  const other = await make(eva, { name: 'Ook van Eva' });
  const lonely = await make(await kring.person('Ivo'), { name: 'Alleen', kind: 'group' });
  const { items } = await tom.reads('/communities/suggestions');
  const reasonOf = (id: string) => items.find((one: any) => one.id === id)?.reason;
  expect(reasonOf(other.id)).toBe('project');
  expect(reasonOf(lonely.id)).toBe('new');
  await kring.database.query(`UPDATE communities SET created_at = now() - interval '1 year' WHERE id = $1`, [
    lonely.id,
  ]);
  const later = (await tom.reads('/communities/suggestions')).items;
  expect(later.map(({ id }: any) => id)).not.toContain(lonely.id);
  expect(new Set(later.map(({ id }: any) => id)).size).toBe(later.length);
});
