import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let joris: Person;
let guest: Person;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne de Vries');
  joris = await kring.person('Joris Bakker');
  guest = await kring.person('Gust Gast', 'guest');
});
afterAll(() => kring.stop());

const edit = async (person: Person, changes: object) => {
  const { version } = await person.reads(`/users/${person.id}`);
  return person.api.patch('/users/me', { version, ...changes });
};

/** Puts people into a community that nobody else knows. */
async function together(...people: Person[]): Promise<void> {
  const [place] = await kring.database.query<{ id: string }>(
    `INSERT INTO communities (kind, visibility, name) VALUES ('group', 'secret', 'Samen') RETURNING id`,
  );
  for (const { id } of people)
    await kring.database.query('INSERT INTO memberships (community_id, user_id) VALUES ($1, $2)', [
      place!.id,
      id,
    ]);
}

const portraitOf = async (owner: Person, purpose = 'portrait'): Promise<string> => {
  const [file] = await kring.database.query<{ id: string }>(
    `INSERT INTO files (owner_id, purpose, name, media_type, size, sha256)
     VALUES ($1, $2, 'me.png', 'image/png', 1, '\\x00') RETURNING id`,
    [owner.id, purpose],
  );
  return file!.id;
};

test('everybody keeps their own profile, and colleagues see it', async () => {
  const profile = {
    name: 'Sanne de Vries-Jansen',
    title: 'Uitvoerder',
    department: 'Bouw',
    location: 'Zwolle',
    timeZone: 'America/New_York',
    language: 'nl',
    skills: ['Beton', 'beton', 'Planning'],
    phone: '+31 (0)20 - 123 45 67 ext. 8',
    about: 'Eerste regel\nTweede regel',
    managerId: joris.id,
    portraitId: await portraitOf(sanne),
  };
  const { status, body } = await edit(sanne, profile);
  expect(status).toBe(200);
  const { managerId, portraitId, ...plain } = profile;
  expect(body).toMatchObject({
    ...plain,
    skills: ['Beton', 'Planning'],
    manager: {
      id: joris.id,
      name: 'Joris Bakker',
      handle: 'joris.bakker',
      title: null,
      portrait: null,
      guest: false,
    },
    portrait: `/api/v1/files/${portraitId}`,
    handle: 'sanne.de.vries',
    version: 2,
  });
  expect(await joris.reads(`/users/${sanne.id}`)).toEqual(body);
  expect(body).not.toHaveProperty('passwordHash');

  const emptied = await edit(sanne, { title: null, managerId: null, portraitId: null, phone: null });
  expect(emptied.body).toMatchObject({
    title: null,
    manager: null,
    portrait: null,
    guest: false,
    phone: null,
    location: 'Zwolle',
  });
});

test('an edit from an old version is refused and shows the current one', async () => {
  const { version } = await joris.reads(`/users/${joris.id}`);
  expect((await joris.api.patch('/users/me', { version, title: 'Een' })).status).toBe(200);
  const { status, body } = await joris.api.patch('/users/me', { version, title: 'Twee' });
  expect([status, body.type]).toEqual([412, 'urn:kring:problem:stale-version']);
  expect(body.current).toMatchObject({ id: joris.id, title: 'Een', version: version + 1 });
});

test('of twenty edits of one version at once one is done', async () => {
  const { version } = await joris.reads(`/users/${joris.id}`);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => joris.api.patch('/users/me', { version, title: `T${index}` })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
});

test('nobody is their own manager, however far round', async () => {
  const [one, two, three] = [
    await kring.person('Een'),
    await kring.person('Twee'),
    await kring.person('Drie'),
  ];
  expect((await edit(one, { managerId: one.id })).status).toBe(400);
  expect((await edit(one, { managerId: two.id })).status).toBe(200);
  expect((await edit(two, { managerId: three.id })).status).toBe(200);
  const { status, body } = await edit(three, { managerId: one.id });
  expect([status, body.errors]).toMatchObject([400, [{ field: 'managerId', code: 'wrong' }]]);
});

test('two who make each other their manager at the same time do not close a circle', async () => {
  const [one, two] = [await kring.person('Kip'), await kring.person('Ei')];
  const answers = await Promise.all([edit(one, { managerId: two.id }), edit(two, { managerId: one.id })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test('a manager who does not exist, left, or is out of sight answers the same', async () => {
  const left = await kring.person('Weg');
  await kring.admin.api.post(`/users/${left.id}/deactivate`);
  const answers = [
    await edit(joris, { managerId: '0196a1b0-0000-7000-8000-000000000000' }),
    await edit(joris, { managerId: left.id }),
    await edit(guest, { managerId: joris.id }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(404);
    expect(body).toEqual(answers[0]!.body);
  }
});

test("a portrait must be one's own, and a portrait", async () => {
  for (const portraitId of [
    await portraitOf(joris),
    await portraitOf(sanne, 'attachment'),
    '0196a1b0-0000-7000-8000-000000000000',
  ])
    expect((await edit(sanne, { portraitId })).status).toBe(404);
});

test('rights, address and handle are no part of the profile', async () => {
  for (const field of [
    'role',
    'email',
    'handle',
    'id',
    'passwordHash',
    'deactivatedAt',
    'createdAt',
    'skill',
  ]) {
    const { status, body } = await edit(joris, { [field]: 'admin' });
    expect([status, body.errors]).toMatchObject([400, [{ field, code: 'unknown-field' }]]);
  }
  expect((await joris.reads('/session')).user.role).toBe('member');
});

describe('the directory', () => {
  const namesOf = async (person: Person, query: string): Promise<string[]> =>
    (await person.reads(`/users?${query}`)).items.map(({ name }: any) => name);

  test('finds people by parts of name, handle, address, title and department, all words needed', async () => {
    const noor = await kring.person('Noor van der Berg');
    await edit(noor, { title: 'Constructeur', department: 'Ontwerp & Advies' });
    for (const q of [
      'noor',
      'NOOR',
      'erg',
      'berg noor',
      'noor.van',
      'noor.van.der.berg',
      'structeur',
      'ontwerp berg',
    ])
      expect(await namesOf(joris, `q=${encodeURIComponent(q)}`)).toEqual(['Noor van der Berg']);
    expect(await namesOf(joris, 'q=noor%20bakker')).toEqual([]);
    expect(await namesOf(joris, `department=${encodeURIComponent('ontwerp & advies')}`)).toEqual([noor.name]);
  });

  test('does not mind accents, and finds by one or two letters where a name begins', async () => {
    const name = 'Özgür Łukasiewicz-Jørgensen';
    await edit(await kring.person('Ozgur'), { name, title: 'Kraanmachinist', skills: ['Hijsen'] });
    for (const q of [
      'oz',
      'ÖZGÜR',
      'ozgur',
      'l luk',
      'lukasie',
      'jø',
      'jo',
      'wicz-jorg',
      'hijsen',
      'machinist',
    ])
      expect([q, await namesOf(joris, `q=${encodeURIComponent(q)}`)]).toEqual([
        q,
        expect.arrayContaining([name]),
      ]);
    // Two letters in the middle of a name, or of a title.
    for (const q of ['zg', 'kr', 'hi']) expect([q, await namesOf(joris, `q=${q}`)]).toEqual([q, []]);
  });

  test('of an e-mail address it looks for the beginning; the domain, which is everybody’s, finds nobody', async () => {
    const [someone] = (await joris.reads('/users?q=joris')).items;
    const [local, domain] = someone.email.split('@');
    for (const q of [local, `${local}@`, `${local}@${domain.slice(0, 3)}`, someone.email.toUpperCase()])
      expect([q, await namesOf(joris, `q=${encodeURIComponent(q)}`)]).toEqual([q, [someone.name]]);
    for (const q of [domain, `@${domain}`, `${local}@elsewhere`])
      expect([q, await namesOf(joris, `q=${encodeURIComponent(q)}`)]).toEqual([q, []]);
  });

  test('wildcards, quotes and backslashes mean themselves', async () => {
    for (const q of ['%', '_', '\\', "'", "' OR 1=1 --", '%%%', 'n__r'])
      expect(await namesOf(joris, `q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  test('comes in pages by name, everybody once, also those of the same name', async () => {
    for (let twin = 0; twin < 5; twin++) await kring.person('Tweeling');
    const seen: any[] = [];
    for (let cursor = ''; ; ) {
      const { items, next } = await joris.reads(`/users?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...items);
      if (!next) break;
      cursor = next;
    }
    const [{ count }] = (await kring.database.query(
      'SELECT count(*) AS count FROM users WHERE deactivated_at IS NULL',
    )) as any;
    expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
    expect(seen).toHaveLength(count);
    const twins = seen.filter(({ name }) => name === 'Tweeling').map(({ handle }) => handle);
    expect(twins.toSorted()).toEqual(['tweeling', 'tweeling2', 'tweeling3', 'tweeling4', 'tweeling5']);
  });

  test('leaves out who left; administrators can ask for them', async () => {
    const left = await kring.person('Oudgediende');
    await kring.admin.api.post(`/users/${left.id}/deactivate`);
    expect(await namesOf(joris, 'q=oudgediende')).toEqual([]);
    expect(await namesOf(kring.admin, 'q=oudgediende&deactivated=true')).toEqual(['Oudgediende']);
    expect((await joris.api.get('/users?deactivated=true')).status).toBe(403);
    expect((await joris.reads(`/users/${left.id}`)).deactivated).toBe(true);
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'limit[]=1',
    'cursor=!!',
    'cursor=WyJhIl0',
    'cursor=WyJhIiwieCJd',
  ])('refuses %s', async (query) => {
    expect((await joris.api.get(`/users?${query}`)).status).toBe(400);
  });

  test.each([
    'q=a&q=b',
    'q[]=a',
    'q[$ne]=a',
    'q=%00',
    `q=${'x'.repeat(101)}`,
    'department=a&department=b',
    'sort=x',
  ])('refuses %s too', async (query) => {
    expect((await joris.api.get(`/users?${query}`)).status).toBe(400);
  });
});

describe('a guest', () => {
  test('sees nobody but themselves without a common community', async () => {
    const lonely = await kring.person('Eenzaam', 'guest');
    const { items } = await lonely.reads('/users?limit=100');
    expect(items.map(({ id }: any) => id)).toEqual([lonely.id]);
    const hidden = await lonely.api.get(`/users/${sanne.id}`);
    const nobody = await lonely.api.get('/users/0196a1b0-0000-7000-8000-000000000000');
    expect([hidden.status, nobody.status]).toEqual([404, 404]);
    expect(hidden.body).toEqual(nobody.body);
    expect(await lonely.reads('/session')).toMatchObject({
      companyCommunityId: null,
      user: { personCommunityId: null },
    });
  });

  test('sees whom they share a community with, but not whom those report to', async () => {
    await together(guest, sanne);
    await edit(sanne, { managerId: joris.id });
    expect((await guest.reads('/users?limit=100')).items.map(({ id }: any) => id).toSorted()).toEqual(
      [guest.id, sanne.id].toSorted(),
    );
    expect(await guest.reads(`/users/${sanne.id}`)).toMatchObject({ manager: null, personCommunityId: null });
    expect((await joris.reads(`/users/${sanne.id}`)).manager.id).toBe(joris.id);
    expect((await guest.reads('/users?q=joris')).items).toEqual([]);
  });
});

test('employees have a community of their own and are in the one of the company; guests neither', async () => {
  const { companyCommunityId, user } = await sanne.reads('/session');
  expect(companyCommunityId).toEqual(expect.any(String));
  expect(user.personCommunityId).toEqual(expect.any(String));
  const places = await kring.database.query(
    'SELECT c.kind FROM memberships AS m JOIN communities AS c ON c.id = m.community_id WHERE m.user_id = $1',
    [(await kring.person('Buiten', 'guest')).id],
  );
  expect(places).toEqual([]);
});

test('a guest who becomes a colleague gets both', async () => {
  const hired = await kring.person('Aangenomen', 'guest');
  await kring.admin.api.patch(`/users/${hired.id}`, { role: 'member' });
  const { companyCommunityId, user } = await hired.reads('/session');
  expect([companyCommunityId, user.personCommunityId]).toEqual([expect.any(String), expect.any(String)]);
});
