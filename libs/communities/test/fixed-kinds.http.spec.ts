import { setTimeout } from 'node:timers/promises';
import { apiOf, type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let joris: Person;
let noor: Person;
let guest: Person;
let companyId: string;

beforeAll(async () => {
  kring = await startKring();
  [sanne, joris, noor] = (await Promise.all(
    ['Sanne', 'Joris', 'Noor'].map((name) => kring.person(name)),
  )) as [Person, Person, Person];
  guest = await kring.person('Gerda', 'guest');
  companyId = (await sanne.reads('/session')).companyCommunityId;
});
afterAll(() => kring.stop());

const streamOf = async (person: Person) => (await kring.admin.reads(`/users/${person.id}`)).personCommunityId;
const talk = (who: Person, ...others: Person[]) =>
  who.api.post('/communities', { kind: 'conversation', memberIds: others.map(({ id }) => id) });

describe('the company', () => {
  test('has every employee in it and no guest; the first one owns it', async () => {
    expect(await kring.admin.reads(`/communities/${companyId}`)).toMatchObject({
      ...{ kind: 'company', visibility: 'public', name: 'Testbouw', handle: 'testbouw' },
      ...{ memberCount: 4, mine: { role: 'owner' } },
    });
    expect((await sanne.reads(`/communities/${companyId}`)).mine.role).toBe('member');
    expect((await guest.api.get(`/communities/${companyId}`)).status).toBe(404);
  });

  test('is not left, not emptied, not archived, not hidden, and lets no guest in', async () => {
    const path = `/communities/${companyId}`;
    const { admin } = kring;
    expect((await sanne.api.post(`${path}/leave`)).body.type).toBe('urn:kring:problem:cannot-leave');
    expect((await admin.api.delete(`${path}/members/${sanne.id}`)).status).toBe(409);
    expect((await admin.api.delete(path)).status).toBe(403);
    expect((await admin.api.patch(path, { visibility: 'private' })).status).toBe(403);
    expect((await admin.api.put(`${path}/members/${guest.id}`, { role: 'member' })).status).toBe(403);
    expect((await admin.api.post(`${path}/invitations`, { userIds: [guest.id] })).status).toBe(403);
    expect((await admin.api.patch(path, { purpose: 'Wij bouwen' })).status).toBe(200);
  });
});

describe('a person’s stream', () => {
  test('is theirs, public, and named as they are, also after they changed it', async () => {
    const eva = await kring.person('Eva');
    const id = await streamOf(eva);
    expect(await sanne.reads(`/communities/${id}`)).toMatchObject({
      ...{ kind: 'person', visibility: 'public', name: 'Eva', handle: null, memberCount: 1 },
      ...{ person: { id: eva.id, name: 'Eva' }, mayPost: false, mayManage: false, mine: null },
    });
    const { version } = await eva.reads(`/users/${eva.id}`);
    expect((await eva.api.patch('/users/me', { name: 'Eva de Wit', version })).status).toBe(200);
    const named = async () => (await sanne.reads(`/communities/${id}`)).name as string;
    for (let tries = 0; (await named()) === 'Eva' && tries < 100; tries++) await setTimeout(20);
    expect(await named()).toBe('Eva de Wit');
  });

  test('is followed and unfollowed, any number of times', async () => {
    const id = await streamOf(joris);
    const follow = () => sanne.api.post(`/users/${joris.id}/follow`);
    expect([(await follow()).status, (await follow()).status]).toEqual([204, 204]);
    expect(await sanne.reads(`/communities/${id}`)).toMatchObject({
      memberCount: 2,
      mine: { role: 'member' },
    });
    const unfollow = () => sanne.api.delete(`/users/${joris.id}/follow`);
    expect([(await unfollow()).status, (await unfollow()).status]).toEqual([204, 204]);
    expect(await sanne.reads(`/communities/${id}`)).toMatchObject({ memberCount: 1, mine: null });
  });

  test('keeps its owner, its rules, and forces nobody to follow', async () => {
    const path = `/communities/${await streamOf(sanne)}`;
    expect((await sanne.api.delete(`/users/${sanne.id}/follow`)).body.type).toMatch(/cannot-leave/);
    expect((await sanne.api.post(`${path}/leave`)).status).toBe(409);
    expect((await sanne.api.delete(`${path}/members/${sanne.id}`)).status).toBe(409);
    expect((await sanne.api.put(`${path}/members/${joris.id}`, { role: 'member' })).status).toBe(403);
    expect((await sanne.api.patch(path, { visibility: 'secret' })).status).toBe(403);
    expect((await sanne.api.patch(path, { name: 'Koning' })).status).toBe(403);
    expect((await sanne.api.delete(path)).status).toBe(403);
    expect((await joris.api.patch(path, { purpose: 'x' })).status).toBe(403);
  });

  test('is not for guests', async () => {
    const place = await sanne.creates('Met gast');
    await sanne.admits(guest, place);
    expect((await guest.api.post(`/users/${sanne.id}/follow`)).status).toBe(403);
    expect((await guest.api.post(`/users/${noor.id}/follow`)).status).toBe(404);
    expect((await guest.api.post(`/communities/${await streamOf(sanne)}/join`)).status).toBe(404);
    expect((await sanne.api.post(`/users/${guest.id}/follow`)).status).toBe(404);
  });
});

describe('a conversation', () => {
  test('has no roles and is for those in it alone', async () => {
    const { status, body } = await talk(sanne, joris, noor);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ kind: 'conversation', visibility: 'secret', name: '', handle: null, memberCount: 3 },
      ...{ mine: { role: 'member', level: 'all' }, mayPost: true, mayManage: false },
    });
    expect(body.members.map(({ name }: any) => name)).toEqual(['Joris', 'Noor', 'Sanne']);
    const path = `/communities/${body.id}`;
    expect((await kring.admin.api.get(path)).status).toBe(404);
    const attempts = [
      sanne.api.put(`${path}/members/${kring.admin.id}`, { role: 'member' }),
      sanne.api.delete(`${path}/members/${joris.id}`),
      sanne.api.patch(path, { visibility: 'public' }),
      sanne.api.post(`${path}/invitations`, { userIds: [kring.admin.id] }),
      sanne.api.delete(path),
    ];
    for (const { status } of await Promise.all(attempts)) expect(status).toBe(403);
    expect((await kring.admin.api.put(`${path}/members/${kring.admin.id}`, {})).status).toBe(404);
  });

  test('of two people is found again, whoever begins, also at the same moment', async () => {
    const answers = await Promise.all([talk(noor, joris), talk(joris, noor), talk(noor, joris)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const more = await Promise.all([talk(sanne, joris, noor), talk(sanne, joris, noor)]);
    expect(new Set(more.map(({ body }) => body.id)).size).toBe(2);
  });

  test('of three that one has left is not the one that the other two have of their own', async () => {
    const [one, other, third] = await Promise.all(['Eén', 'Twee', 'Drie'].map((name) => kring.person(name)));
    const { body: of3 } = await talk(one!, other!, third!);
    await third!.api.post(`/communities/${of3.id}/leave`);
    const { body: own } = await talk(one!, other!);
    expect(own.id).not.toBe(of3.id);
    expect((await talk(other!, one!)).body.id).toBe(own.id);
  });

  test('may be left, and is gone then', async () => {
    const { body } = await talk(sanne, joris, noor);
    expect((await noor.api.post(`/communities/${body.id}/leave`)).status).toBe(204);
    expect((await noor.api.get(`/communities/${body.id}`)).status).toBe(404);
    expect((await noor.api.post(`/communities/${body.id}/join`)).status).toBe(404);
  });

  test('needs people whom one may see, who can log in, and not too many', async () => {
    const gone = await kring.person('Weg');
    await kring.admin.api.post(`/users/${gone.id}/deactivate`);
    expect((await talk(sanne, gone)).status).toBe(404);
    const stranger = await kring.person('Vreemde gast', 'guest');
    expect((await talk(stranger, sanne)).status).toBe(404);
    expect((await talk(sanne, sanne)).body.errors).toMatchObject([{ field: 'memberIds' }]);
    expect((await talk(sanne)).body.errors).toMatchObject([{ field: 'memberIds' }]);
    const crowd = Array.from({ length: 50 }, (_, index) => ({
      id: `0196a1b0-0000-7000-8000-0000000000${index + 10}`,
    }));
    expect((await talk(sanne, ...(crowd as Person[]))).body.errors).toMatchObject([{ field: 'memberIds' }]);
  });

  test('a guest may begin one with people of a shared community', async () => {
    const place = await sanne.creates('Samen');
    await sanne.admits(guest, place);
    expect((await talk(guest, sanne)).status).toBe(201);
  });
});

describe('a guest', () => {
  test('sees what let them in and nothing else, in lists as by id', async () => {
    const loner = await kring.person('Eenling', 'guest');
    const open = await sanne.creates('Open huis');
    const shut = await sanne.creates('Dicht huis', { visibility: 'private' });
    for (const { id } of [open, shut, { id: companyId }])
      expect((await loner.api.get(`/communities/${id}`)).status).toBe(404);
    expect((await loner.reads('/communities')).items).toEqual([]);
    await sanne.admits(loner, shut);
    expect((await loner.reads('/communities')).items).toMatchObject([{ id: shut.id, mayPost: true }]);
    expect((await loner.reads('/communities?mine=false')).items).toEqual([]);
  });

  test('comes with an invitation into the communities it names', async () => {
    const open = await sanne.creates('Gastvrij');
    await sanne.admits(kring.admin, open, 'moderator');
    const invitation = await kring.admin.api.post('/invitations', { role: 'guest', communityIds: [open.id] });
    expect(invitation.status).toBe(201);
    const visitor = { name: 'Bezoek', email: 'bezoek@example.com', password: kring.password };
    const accepted = await apiOf(kring.origin).post(`/invitations/${invitation.body.token}/accept`, visitor);
    expect(accepted.body).toMatchObject({ user: { role: 'guest', personCommunityId: null } });
    const { items } = await sanne.reads(`/communities/${open.id}/members?q=bezoek`);
    expect(items).toHaveLength(1);
  });
});
