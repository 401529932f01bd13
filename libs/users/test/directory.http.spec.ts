import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let tess: Person;
let bram: Person;
let noor: Person;
let finn: Person;
let guest: Person;
beforeAll(async () => {
  kring = await startKring();
  [tess, bram] = [await kring.person('Tess Top'), await kring.person('Bram Bouwer')];
  [noor, finn] = [await kring.person('Noor Nieuw'), await kring.person('Finn Fijn')];
  guest = await kring.person('Gust Gast', 'guest');
  await profile(tess, { department: 'Directie', location: 'Zwolle' });
  await profile(bram, { department: 'Bouw', location: 'Zwolle', skills: ['Beton'], managerId: tess.id });
  await profile(noor, {
    department: 'bouw',
    location: 'Meppel',
    skills: ['beton', 'BIM'],
    managerId: bram.id,
  });
  await profile(finn, { department: 'Bouw', managerId: bram.id });
});
afterAll(() => kring.stop());

async function profile(person: Person, changes: object): Promise<void> {
  const { version } = await person.reads(`/users/${person.id}`);
  const { status } = await person.api.patch('/users/me', { version, ...changes });
  expect(status).toBe(200);
}

const namesOf = (page: any): string[] => page.items.map(({ name }: any) => name);

test('people are narrowed down by department, place and skill, however these are written', async () => {
  expect(namesOf(await tess.reads('/users?department=BOUW'))).toEqual([
    'Bram Bouwer',
    'Finn Fijn',
    'Noor Nieuw',
  ]);
  expect(namesOf(await tess.reads('/users?location=zwolle'))).toEqual(['Bram Bouwer', 'Tess Top']);
  expect(namesOf(await tess.reads('/users?skill=BETON&location=Meppel'))).toEqual(['Noor Nieuw']);
  expect(namesOf(await tess.reads('/users?skill=bet'))).toEqual([]);
});

test('the choices say how many people each names, each spelling once', async () => {
  const filters = await tess.reads('/users/filters');
  expect(filters).toMatchObject({
    departments: [
      { name: 'Bouw', people: 3 },
      { name: 'Directie', people: 1 },
    ],
    locations: [
      { name: 'Meppel', people: 1 },
      { name: 'Zwolle', people: 2 },
    ],
  });
  expect(filters.people).toBe((await tess.reads('/users?limit=100')).items.length);
  expect(filters.skills.map(({ name, people }: any) => [name.toLowerCase(), people])).toEqual([
    ['beton', 2],
    ['bim', 1],
  ]);
});

test('the chart opens level by level, in pages, and says how many are below', async () => {
  const chart = await noor.reads('/users/chart');
  expect(chart.items).toMatchObject([{ id: tess.id, department: 'Directie', reports: 1 }]);
  expect((await noor.reads(`/users/${tess.id}/reports`)).items).toMatchObject([{ id: bram.id, reports: 2 }]);
  const first = await noor.reads(`/users/${bram.id}/reports?limit=1`);
  const second = await noor.reads(`/users/${bram.id}/reports?limit=1&cursor=${first.next}`);
  expect([...namesOf(first), ...namesOf(second), second.next]).toEqual(['Finn Fijn', 'Noor Nieuw', null]);
});

test('who left is not in the chart, and those they led stand at the top', async () => {
  await kring.admin.api.post(`/users/${tess.id}/deactivate`);
  expect(namesOf(await noor.reads('/users/chart'))).toEqual(['Bram Bouwer']);
  await kring.admin.api.post(`/users/${tess.id}/reactivate`);
  expect(namesOf(await noor.reads('/users/chart'))).toEqual(['Tess Top']);
});

test('a circle of managers, which cannot be made, would hang from nobody', async () => {
  const refused = await bram.api.patch('/users/me', {
    version: (await bram.reads(`/users/${bram.id}`)).version,
    managerId: noor.id,
  });
  expect(refused.status).toBe(400);
  const [one, other] = [await kring.person('Rond Een'), await kring.person('Rond Twee')];
  await kring.database.query('UPDATE users SET manager_id = $2 WHERE id = $1', [one.id, other.id]);
  await kring.database.query('UPDATE users SET manager_id = $2 WHERE id = $1', [other.id, one.id]);
  expect(namesOf(await noor.reads('/users/chart'))).toEqual(['Tess Top']);
});

test('guests are told of nobody they may not see, neither counted nor below somebody', async () => {
  expect((await guest.api.get('/users/chart')).status).toBe(403);
  expect((await guest.api.get(`/users/${bram.id}/reports`)).status).toBe(404);
  const [place] = await kring.database.query<{ id: string }>(
    `INSERT INTO communities (kind, visibility, name) VALUES ('project', 'private', 'Samen') RETURNING id`,
  );
  for (const { id } of [guest, bram, finn])
    await kring.database.query('INSERT INTO memberships (community_id, user_id) VALUES ($1, $2)', [
      place!.id,
      id,
    ]);
  expect(await guest.reads('/users/filters')).toMatchObject({
    people: 3,
    departments: [{ name: 'Bouw', people: 2 }],
  });
  const reports = await guest.reads(`/users/${bram.id}/reports`);
  expect(reports.items).toMatchObject([{ name: 'Finn Fijn', reports: 0 }]);
});
