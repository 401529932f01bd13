import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let joris: Person;
let guest: Person;

beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  joris = await kring.person('Joris');
  guest = await kring.person('Gerda', 'guest');
});
afterAll(() => kring.stop());

const names = (page: { items: Array<{ name: string }> }) => page.items.map(({ name }) => name);

describe('making a community', () => {
  test('whoever makes it owns it', async () => {
    const noord = await sanne.creates('Nieuwbouw Noord', { purpose: 'Vierhonderd woningen' });
    expect(noord).toMatchObject({
      ...{ kind: 'project', visibility: 'public', name: 'Nieuwbouw Noord', handle: 'nieuwbouw-noord' },
      ...{ status: 'active', memberCount: 1, mine: { role: 'owner', level: 'threads' }, request: null },
      ...{ mayPost: true, mayManage: true, milestones: [], person: null, version: 1 },
    });
    expect(noord).not.toHaveProperty('members');
    expect(await sanne.reads(`/communities/${noord.id}`)).toEqual(noord);
  });

  test('a project has dates, a status and milestones; the dates go forward', async () => {
    const plan = { startsOn: '2026-03-01', endsOn: '2026-09-01', status: 'planned' };
    const milestones = [{ title: 'Oplevering', dueOn: '2026-08-01' }, { title: 'Ooit' }];
    const project = await sanne.creates('Kade', { ...plan, milestones });
    expect(project).toMatchObject({
      ...plan,
      milestones: [
        { title: 'Oplevering', dueOn: '2026-08-01', doneAt: null },
        { title: 'Ooit', dueOn: null },
      ],
    });
    const backwards = { name: 'Terug', kind: 'project', startsOn: '2026-03-02', endsOn: '2026-03-01' };
    const refused = await sanne.api.post('/communities', backwards);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'endsOn' }] } });
    const later = await sanne.api.patch(`/communities/${project.id}`, { endsOn: '2026-02-01' });
    expect(later).toMatchObject({ status: 400, body: { errors: [{ field: 'endsOn' }] } });
  });

  test.each(['startsOn', 'status', 'milestones'])('a group has no %s', async (field) => {
    const value = { startsOn: '2026-03-01', status: 'active', milestones: [{ title: 'x' }] }[field];
    const refused = await sanne.api.post('/communities', { name: 'Groep', kind: 'group', [field]: value });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  test('guests make none', async () => {
    expect((await guest.api.post('/communities', { name: 'Van mij', kind: 'group' })).status).toBe(403);
  });

  test('people and communities share the handles, and nobody takes a taken one', async () => {
    const first = await sanne.creates('Brug Één!');
    const second = await joris.creates('brug een');
    expect([first.handle, second.handle]).toEqual(['brug-een', 'brug-een-2']);
    const unwritable = await sanne.creates('工程');
    expect(unwritable.handle).toBe('community');
  });

  test('the handle of a secret one ends in chance, so that a taken name tells nothing', async () => {
    const secret = await sanne.creates('Overname', { visibility: 'secret' });
    expect(secret.handle).toMatch(/^overname-[a-z0-9]{6}$/);
    expect((await joris.creates('Overname')).handle).toBe('overname');
  });

  test('one that goes out of sight leaves its plain handle behind', async () => {
    const open = await sanne.creates('Verbouwing');
    const hidden = await sanne.api.patch(`/communities/${open.id}`, { visibility: 'secret' });
    expect(hidden.body.handle).toMatch(/^verbouwing-/);
    expect((await joris.creates('Verbouwing')).handle).toBe('verbouwing');
  });
});

describe('changing a community', () => {
  test('owners and moderators may; visibility is for owners', async () => {
    const place = await sanne.creates('Tuin');
    await sanne.admits(joris, place, 'moderator');
    const path = `/communities/${place.id}`;
    expect(await joris.api.patch(path, { purpose: 'Groen', hue: 120 })).toMatchObject({
      status: 200,
      body: { purpose: 'Groen', hue: 120, version: 2 },
    });
    expect((await joris.api.patch(path, { visibility: 'private' })).status).toBe(403);
    await sanne.api.put(`${path}/members/${joris.id}`, { role: 'member' });
    expect((await joris.api.patch(path, { purpose: 'Grijs' })).status).toBe(403);
    expect((await sanne.api.patch(path, { purpose: null })).body.purpose).toBeNull();
  });

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const place = await sanne.creates('Dak');
    const path = `/communities/${place.id}`;
    await sanne.api.patch(path, { name: 'Dak Zuid', version: 1 });
    const stale = await sanne.api.patch(path, { name: 'Dak West', version: 1 });
    expect(stale).toMatchObject({ status: 412, body: { current: { name: 'Dak Zuid', version: 2 } } });
    expect((await sanne.api.patch(path, { name: 'Dak' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await sanne.api.patch(path, { name: 'Dak' }, { 'if-match': '"2"' })).status).toBe(200);
  });

  test('the copy in its threads follows its visibility at once', async () => {
    const place = await sanne.creates('Gevel');
    await kring.database.query(
      `INSERT INTO threads (community_id, author_id, kind, is_public) VALUES ($1, $2, 'update', true)`,
      [place.id, sanne.id],
    );
    const isPublic = async () =>
      kring.database.query('SELECT is_public FROM threads WHERE community_id = $1', [place.id]);
    for (const [visibility, expected] of [
      ['private', false],
      ['secret', false],
      ['public', true],
    ] as const) {
      await sanne.api.patch(`/communities/${place.id}`, { visibility });
      expect(await isPublic()).toEqual([{ is_public: expected }]);
    }
  });

  test('a picture must be an own upload for that purpose', async () => {
    const place = await sanne.creates('Foto');
    const [file] = await kring.database.query<{ id: string }>(
      `INSERT INTO files (owner_id, purpose, name, media_type, size, sha256)
       VALUES ($1, 'picture', 'p.png', 'image/png', 1, '\\x00') RETURNING id`,
      [joris.id],
    );
    const path = `/communities/${place.id}`;
    expect((await sanne.api.patch(path, { pictureId: file!.id })).status).toBe(404);
    await kring.database.query('UPDATE files SET owner_id = $1', [sanne.id]);
    expect((await sanne.api.patch(path, { pictureId: file!.id })).body.picture).toBe(
      `/api/v1/files/${file!.id}`,
    );
    expect((await sanne.api.patch(path, { pictureId: null })).body.picture).toBeNull();
  });
});

describe('an archived community', () => {
  test('can be read, not changed, until an owner restores it', async () => {
    const place = await sanne.creates('Klaar', { milestones: [{ title: 'Af' }] });
    await joris.joins(place);
    const path = `/communities/${place.id}`;
    expect((await joris.api.delete(path)).status).toBe(403);
    expect((await sanne.api.delete(path)).status).toBe(204);
    expect(await joris.reads(path)).toMatchObject({ archivedAt: expect.any(String), mayPost: false });
    const changes = [
      sanne.api.patch(path, { name: 'Anders' }),
      sanne.api.post(`${path}/milestones`, { title: 'Nog een' }),
      sanne.api.patch(`${path}/milestones/${place.milestones[0].id}`, { done: true }),
      sanne.api.put(`${path}/members/${joris.id}`, { role: 'moderator' }),
      sanne.api.post(`${path}/invitations`, { userIds: [kring.admin.id] }),
      kring.admin.api.post(`${path}/join`),
    ];
    for (const { status, body } of await Promise.all(changes))
      expect([status, body.type]).toEqual([409, 'urn:kring:problem:community-archived']);
    expect(names(await sanne.reads('/communities?q=klaar'))).toEqual([]);
    expect(names(await sanne.reads('/communities?q=klaar&archived=true'))).toEqual(['Klaar']);
    expect((await joris.api.post(`${path}/restore`)).status).toBe(403);
    expect(await sanne.api.post(`${path}/restore`)).toMatchObject({
      status: 200,
      body: { archivedAt: null },
    });
  });

  test('still can be left', async () => {
    const place = await sanne.creates('Verlaten');
    await joris.joins(place);
    await sanne.api.delete(`/communities/${place.id}`);
    expect((await joris.api.post(`/communities/${place.id}/leave`)).status).toBe(204);
  });
});

describe('milestones', () => {
  test('are made, renamed, ticked, unticked and deleted by those who run the project', async () => {
    const place = await sanne.creates('Mijlpaal');
    const path = `/communities/${place.id}/milestones`;
    const { body: made } = await sanne.api.post(path, { title: 'Eerste paal', dueOn: '2026-05-01' });
    const one = `${path}/${made.id}`;
    const ticked = await sanne.api.patch(one, { done: true });
    expect(ticked.body).toMatchObject({
      title: 'Eerste paal',
      dueOn: '2026-05-01',
      doneAt: expect.any(String),
    });
    expect((await sanne.api.patch(one, { done: true })).body.doneAt).toBe(ticked.body.doneAt);
    expect((await sanne.api.patch(one, { done: false, dueOn: null, title: 'Paal' })).body).toEqual({
      ...{ id: made.id, title: 'Paal', dueOn: null, doneAt: null },
    });
    await joris.joins(place);
    expect((await joris.api.patch(one, { done: true })).status).toBe(403);
    const elsewhere = await joris.creates('Elders');
    expect((await joris.api.delete(`/communities/${elsewhere.id}/milestones/${made.id}`)).status).toBe(404);
    expect((await sanne.api.delete(one)).status).toBe(204);
    expect((await sanne.api.delete(one)).status).toBe(404);
  });

  test('belong to projects', async () => {
    const group = await sanne.creates('Lunchclub', { kind: 'group' });
    expect((await sanne.api.post(`/communities/${group.id}/milestones`, { title: 'x' })).status).toBe(403);
  });
});

describe('the directory', () => {
  test('is in the order of names, page by page, and searched by parts of words', async () => {
    for (const name of ['zz Delta', 'ZZ alfa', 'zz bravo', 'ZZ Charlie'])
      await sanne.creates(name, { kind: 'group' });
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await joris.reads(`/communities?q=zz&limit=3${cursor && `&cursor=${cursor}`}`);
      found.push(...names(page));
      cursor = page.next;
    } while (cursor);
    expect(found).toEqual(['ZZ alfa', 'zz bravo', 'ZZ Charlie', 'zz Delta']);
    expect(names(await joris.reads('/communities?q=arl%20z'))).toEqual(['ZZ Charlie']);
    expect(names(await joris.reads('/communities?q=%25'))).toEqual([]);
    expect(names(await joris.reads('/communities?kind=project&q=zz'))).toEqual([]);
  });

  test('tells mine from the others', async () => {
    const place = await sanne.creates('Onderscheid');
    const mine = async (who: Person) => [
      names(await who.reads('/communities?q=onderscheid&mine=true')),
      names(await who.reads('/communities?q=onderscheid&mine=false')),
    ];
    expect(await mine(sanne)).toEqual([[place.name], []]);
    expect(await mine(joris)).toEqual([[], [place.name]]);
  });

  test('never lists streams or conversations that are not mine', async () => {
    await joris.creates('', {
      kind: 'conversation',
      name: undefined,
      visibility: undefined,
      memberIds: [sanne.id],
    });
    expect((await kring.admin.reads('/communities?kind=conversation')).items).toEqual([]);
    expect((await sanne.reads('/communities?kind=conversation')).items).toHaveLength(1);
    expect(names(await sanne.reads('/communities?kind=person'))).toEqual(['Sanne']);
    const kinds = (await sanne.reads('/communities?limit=100')).items.map(({ kind }: any) => kind);
    expect(new Set(kinds)).toEqual(new Set(['project', 'group', 'company']));
  });

  test('shows no secret one to others, under no filter', async () => {
    await sanne.creates('Geheimpje', { visibility: 'secret' });
    for (const filter of ['', '&kind=project', '&mine=false', '&mine=true', '&archived=true'])
      expect(names(await joris.reads(`/communities?q=geheimpje${filter}`))).toEqual([]);
  });
});

describe('suggestions', () => {
  test('name where colleagues of the department and followed people are, then the new ones', async () => {
    const [eva, noor, tom] = await Promise.all(['Eva', 'Noor', 'Tom'].map((name) => kring.person(name)));
    for (const person of [eva!, noor!])
      await kring.database.query(`UPDATE users SET department = 'Grondzaken' WHERE id = $1`, [person.id]);
    const theirs = await noor!.creates('Bodem', { kind: 'group' });
    await noor!.creates('Bodem geheim', { kind: 'group', visibility: 'secret' });
    const toms = await tom!.creates('Toms groep', { kind: 'group' });
    await eva!.api.post(`/users/${tom!.id}/follow`);
    const { items } = await eva!.reads('/communities/suggestions');
    expect(items).toContainEqual(expect.objectContaining({ id: theirs.id, reason: 'department', count: 1 }));
    expect(items).toContainEqual(expect.objectContaining({ id: toms.id, reason: 'colleagues', count: 1 }));
    expect(items.some(({ reason }: any) => reason === 'new')).toBe(true);
    expect(names({ items })).not.toContain('Bodem geheim');
    await eva!.joins(theirs);
    const after = await eva!.reads('/communities/suggestions');
    expect(after.items.map(({ id }: any) => id)).not.toContain(theirs.id);
  });

  test('guests get none', async () => {
    expect((await guest.reads('/communities/suggestions')).items).toEqual([]);
  });
});
