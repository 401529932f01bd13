import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  const open = await sanne.creates('Ámsterdam');
  await sanne.creates('Besloten', { visibility: 'private', kind: 'group' });
  await sanne.creates('Geheim plan', { visibility: 'secret' });
  await kring.admin.joins(open);
  await sanne.starts(open, 'Nieuws');
  await sanne.api.post('/communities', { kind: 'conversation', memberIds: [kring.admin.id] });
});
afterAll(() => kring.stop());

const list = async (query = ''): Promise<any[]> =>
  (await kring.admin.reads(`/communities/overview?${query}`)).items;
const names = async (query = '') => (await list(query)).map(({ name }) => name);

describe('an administrator sees of all communities', () => {
  test('what it takes to run them, and nothing of secret ones but how many', async () => {
    expect((await names()).toSorted()).toEqual(['Besloten', 'Testbouw', 'Ámsterdam']);
    const [closed] = await list('q=besl');
    expect(closed).toMatchObject({ kind: 'group', visibility: 'private', memberCount: 1, archivedAt: null });
    expect(closed.owners.map(({ name }: any) => name)).toEqual(['Sanne']);
    expect(JSON.stringify(await list())).not.toContain('Geheim');
    expect(await kring.admin.reads('/communities/counts')).toMatchObject({
      secret: 1,
      private: 1,
      conversations: 1,
    });
  });

  test('those that fit what was asked for', async () => {
    expect(await names('q=amster')).toEqual(['Ámsterdam']);
    expect(await names('q=geheim')).toEqual([]);
    expect(await names('kind=group')).toEqual(['Besloten']);
    expect(await names('visibility=private')).toEqual(['Besloten']);
    expect((await names('sort=activity'))[0]).toBe('Ámsterdam');
  });

  test.each(['name', 'activity', 'members'])('each once, page by page, by %s', async (sort) => {
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await kring.admin.reads(`/communities/overview?sort=${sort}&limit=1${cursor}`);
      found.push(...page.items.map(({ name }: any) => name));
      if (!page.next) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(found).toEqual(await names(`sort=${sort}`));
    expect(new Set(found).size).toBe(3);
  });
});

test('an administrator archives and restores what they may know of, and reads no more for it', async () => {
  const [closed] = await list('q=besloten');
  expect((await kring.admin.api.delete(`/communities/${closed.id}`)).status).toBe(204);
  expect([await names('q=besloten'), await names('archived=true')]).toEqual([[], ['Besloten']]);
  expect((await kring.admin.api.get(`/communities/${closed.id}/threads`)).status).toBe(404);
  expect((await kring.admin.api.post(`/communities/${closed.id}/restore`)).status).toBeLessThan(300);
  expect(await names('q=besloten')).toEqual(['Besloten']);
  const secret = (await sanne.reads('/communities?mine=true')).items.find(
    ({ name }: any) => name === 'Geheim plan',
  );
  expect((await kring.admin.api.delete(`/communities/${secret.id}`)).status).toBe(404);
});
