import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let owner: Person;
let moderator: Person;
let member: Person;
let outsider: Person;
let guest: Person;

beforeAll(async () => {
  kring = await startKring();
  owner = await kring.person('Olga Owner');
  moderator = await kring.person('Mo Moderator');
  member = await kring.person('Mia Member');
  outsider = await kring.person('Otto Outsider');
  guest = await kring.person('Gerda Guest', 'guest');
});
afterAll(() => kring.stop());

async function place(visibility = 'private'): Promise<any> {
  const made = await owner.creates(`Plek ${Math.random()}`, { visibility });
  await owner.admits(moderator, made, 'moderator');
  await owner.admits(member, made);
  return made;
}

const put = (who: Person, where: { id: string }, whom: Person, role?: string) =>
  who.api.put(`/communities/${where.id}/members/${whom.id}`, role && { role });
const remove = (who: Person, where: { id: string }, whom: Person) =>
  who.api.delete(`/communities/${where.id}/members/${whom.id}`);
const countOf = async (where: { id: string }) =>
  (await owner.reads(`/communities/${where.id}`)).memberCount as number;
const roleOf = async (where: { id: string }, whom: Person) =>
  (await whom.api.get(`/communities/${where.id}`)).body.mine?.role ?? null;

describe('who gives which role', () => {
  // [who asks, whose role, which role] → status. Written out once, tried all.
  const ROLES = ['member', 'moderator', 'owner'] as const;
  const people = () => ({ owner, moderator, member, outsider });
  const cases = (['owner', 'moderator', 'member', 'outsider'] as const).flatMap((who) =>
    (['owner', 'moderator', 'member', 'outsider'] as const).flatMap((whom) =>
      ROLES.map((role) => ({ who, whom, role, expected: expectedStatus(who, whom, role) })),
    ),
  );

  function expectedStatus(who: string, whom: string, role: string): number {
    if (who === 'outsider') return 404;
    if (who === 'member') return 403;
    if (whom === role) return 200;
    if (who === 'moderator') return whom === 'outsider' && role === 'member' ? 200 : 403;
    return whom === 'owner' ? 409 : 200;
  }

  test.each(cases)('$who makes $whom $role: $expected', async ({ who, whom, role, expected }) => {
    const where = await place();
    const answer = await put(people()[who], where, people()[whom], role);
    expect(answer.status).toBe(expected);
    const before = { owner: 'owner', moderator: 'moderator', member: 'member', outsider: null }[whom];
    expect(await roleOf(where, people()[whom])).toBe(expected === 200 ? role : before);
    expect(await countOf(where)).toBe(whom === 'outsider' && expected === 200 ? 4 : 3);
  });

  test('a guest is let in as a member and runs nothing', async () => {
    const where = await place('public');
    expect((await guest.api.get(`/communities/${where.id}`)).status).toBe(404);
    expect((await put(moderator, where, guest)).body).toMatchObject({
      role: 'member',
      user: { id: guest.id },
    });
    expect((await guest.api.get(`/communities/${where.id}`)).status).toBe(200);
    for (const role of ['moderator', 'owner'])
      expect((await put(owner, where, guest, role)).status).toBe(403);
  });

  test('somebody who was deactivated cannot be added, nor somebody who does not exist', async () => {
    const where = await place();
    const gone = await kring.person('Wim Weg');
    await kring.admin.api.post(`/users/${gone.id}/deactivate`);
    expect((await put(owner, where, gone)).status).toBe(404);
    const nobody = { id: '0196a1b0-0000-7000-8000-000000000000' } as Person;
    expect((await put(owner, where, nobody)).status).toBe(404);
  });

  test('an administrator has no say inside', async () => {
    const where = await place();
    expect((await put(kring.admin, where, kring.admin, 'owner')).status).toBe(404);
    const open = await place('public');
    expect((await put(kring.admin, open, kring.admin, 'owner')).status).toBe(403);
    expect((await kring.admin.api.delete(`/communities/${open.id}`)).status).toBe(403);
  });
});

describe('who puts out whom', () => {
  test.each([
    ['moderator', 'member', 204],
    ['moderator', 'moderator', 204], // themselves: leaving
    ['moderator', 'owner', 403],
    ['owner', 'moderator', 204],
    ['owner', 'owner', 409],
    ['member', 'moderator', 403],
    ['member', 'member', 204],
    ['outsider', 'member', 404],
    ['owner', 'outsider', 404],
  ] as const)('%s removes %s: %i', async (who, whom, expected) => {
    const where = await place();
    const people = { owner, moderator, member, outsider };
    expect((await remove(people[who], where, people[whom])).status).toBe(expected);
    expect(await countOf(where)).toBe(expected === 204 ? 2 : 3);
  });

  test('whoever was put out finds nothing of it any more', async () => {
    const where = await place('secret');
    await remove(owner, where, member);
    for (const path of ['', '/members', '/mentionables', '/requests', '/invitations'])
      expect((await member.api.get(`/communities/${where.id}${path}`)).status).toBe(404);
    for (const path of ['join', 'leave'])
      expect((await member.api.post(`/communities/${where.id}/${path}`)).status).toBe(404);
    const listed = await member.reads(`/communities?q=${encodeURIComponent(where.name)}`);
    expect(listed.items).toEqual([]);
    expect((await member.api.patch(`/communities/${where.id}/membership`, { level: 'all' })).status).toBe(
      404,
    );
  });
});

describe('the last owner', () => {
  test('stays until there is another', async () => {
    const where = await place();
    const leave = () => owner.api.post(`/communities/${where.id}/leave`);
    expect(await leave()).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('last-owner') },
    });
    await put(owner, where, member, 'owner');
    expect((await leave()).status).toBe(204);
    expect((await member.api.post(`/communities/${where.id}/leave`)).status).toBe(409);
  });

  test('is one who can still log in', async () => {
    const where = await place();
    const other = await kring.person('Nog een');
    await put(owner, where, other, 'owner');
    await kring.admin.api.post(`/users/${other.id}/deactivate`);
    expect((await owner.api.post(`/communities/${where.id}/leave`)).status).toBe(409);
  });

  test('remains when all owners leave at the same moment', async () => {
    const where = await place();
    await put(owner, where, moderator, 'owner');
    await put(owner, where, member, 'owner');
    const answers = await Promise.all(
      [owner, moderator, member].map((who) => who.api.post(`/communities/${where.id}/leave`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 204, 409]);
    const left = await kring.database.query(
      'SELECT role, (SELECT member_count FROM communities WHERE id = $1) AS count FROM memberships WHERE community_id = $1',
      [where.id],
    );
    expect(left).toEqual([{ role: 'owner', count: 1 }]);
  });

  test('remains when two owners take the role from each other at the same moment', async () => {
    const where = await place();
    await put(owner, where, moderator, 'owner');
    await Promise.all([put(owner, where, moderator, 'member'), put(moderator, where, owner, 'member')]);
    const roles = await kring.database.query<{ role: string }>(
      `SELECT role FROM memberships WHERE community_id = $1 AND role = 'owner'`,
      [where.id],
    );
    expect(roles).toHaveLength(1);
  });
});

describe('requests', () => {
  test('to join what is private wait for those who run it', async () => {
    const where = await place();
    const path = `/communities/${where.id}`;
    expect((await outsider.api.post(`${path}/join`)).body).toEqual({ state: 'requested' });
    expect((await outsider.api.post(`${path}/join`)).body).toEqual({ state: 'requested' });
    expect(await outsider.reads(path)).toMatchObject({ request: 'pending', mine: null });
    expect((await outsider.api.get(`${path}/requests`)).status).toBe(404);
    expect((await member.api.get(`${path}/requests`)).status).toBe(403);
    const { items } = await moderator.reads(`${path}/requests`);
    expect(items).toMatchObject([{ user: { id: outsider.id, name: 'Otto Outsider' } }]);
    await put(moderator, where, outsider);
    expect((await moderator.reads(`${path}/requests`)).items).toEqual([]);
    expect(await outsider.reads(path)).toMatchObject({ request: null, mine: { role: 'member' } });
  });

  test('are refused by those who run it, withdrawn by who made them, and touched by nobody else', async () => {
    const where = await place();
    const path = `/communities/${where.id}`;
    const request = `${path}/requests/${outsider.id}`;
    const other = await kring.person('Andere');
    await outsider.joins(where);
    expect((await other.api.delete(request)).status).toBe(404);
    expect((await member.api.delete(request)).status).toBe(403);
    expect((await moderator.api.delete(request)).status).toBe(204);
    expect((await outsider.reads(path)).request).toBeNull();
    expect((await outsider.api.delete(request)).status).toBe(404);
    await outsider.joins(where);
    expect((await outsider.api.delete(request)).status).toBe(204);
  });

  test('end when the community opens for everybody, or goes out of sight', async () => {
    for (const visibility of ['public', 'secret']) {
      const where = await place();
      await outsider.joins(where);
      await owner.api.patch(`/communities/${where.id}`, { visibility });
      expect((await owner.reads(`/communities/${where.id}/requests`)).items).toEqual([]);
    }
  });
});

describe('invitations', () => {
  test('open what is secret to who was invited, and to nobody else', async () => {
    const where = await place('secret');
    const path = `/communities/${where.id}`;
    expect((await outsider.api.get(path)).status).toBe(404);
    expect((await moderator.api.post(`${path}/invitations`, { userIds: [outsider.id] })).status).toBe(204);
    expect(await outsider.reads(path)).toMatchObject({ request: 'invited', mine: null, mayPost: false });
    expect((await outsider.api.get(`${path}/members`)).status).toBe(404);
    const other = await kring.person('Meelifter');
    expect((await other.api.post(`${path}/join`)).status).toBe(404);
    expect((await outsider.api.post(`${path}/join`)).body).toEqual({ state: 'member' });
    expect((await owner.reads(`${path}/invitations`)).items).toEqual([]);
  });

  test('nobody invites themselves, or into what they do not run', async () => {
    const where = await place();
    const invite = (who: Person) =>
      who.api.post(`/communities/${where.id}/invitations`, { userIds: [outsider.id] });
    expect((await invite(outsider)).status).toBe(404);
    expect((await invite(member)).status).toBe(403);
  });

  test('are declined by who got them and taken back by those who run it', async () => {
    const where = await place('secret');
    const path = `/communities/${where.id}/invitations`;
    const one = `${path}/${outsider.id}`;
    await owner.api.post(path, { userIds: [outsider.id] });
    expect((await member.api.delete(one)).status).toBe(403);
    expect((await outsider.api.delete(one)).status).toBe(204);
    expect((await outsider.api.get(`/communities/${where.id}`)).status).toBe(404);
    await owner.api.post(path, { userIds: [outsider.id] });
    expect((await moderator.api.delete(one)).status).toBe(204);
    expect((await outsider.api.post(`/communities/${where.id}/join`)).status).toBe(404);
  });

  test('of somebody who asked to join let them in; members are passed over; strangers are refused', async () => {
    const where = await place();
    const path = `/communities/${where.id}/invitations`;
    await outsider.joins(where);
    expect((await owner.api.post(path, { userIds: [outsider.id, member.id] })).status).toBe(204);
    expect(await roleOf(where, outsider)).toBe('member');
    expect(await countOf(where)).toBe(4);
    const nobody = '0196a1b0-0000-7000-8000-000000000000';
    expect((await owner.api.post(path, { userIds: [nobody] })).status).toBe(404);
  });

  test('let a guest in', async () => {
    const where = await place('public');
    expect((await guest.api.post(`/communities/${where.id}/join`)).status).toBe(404);
    await moderator.api.post(`/communities/${where.id}/invitations`, { userIds: [guest.id] });
    expect((await guest.api.post(`/communities/${where.id}/join`)).body).toEqual({ state: 'member' });
  });
});

describe('acts with ids of another community', () => {
  test('find nothing: running one place gives no power in another', async () => {
    const theirs = await place();
    const own = await outsider.creates('Van Otto');
    expect((await remove(outsider, theirs, member)).status).toBe(404);
    expect((await put(outsider, theirs, outsider, 'owner')).status).toBe(404);
    expect((await remove(outsider, own, member)).status).toBe(404);
    expect((await outsider.api.patch(`/communities/${theirs.id}`, { name: 'Gekaapt' })).status).toBe(404);
  });
});

describe('the members list', () => {
  test('is by name, by part of it, by role, page by page', async () => {
    const where = await place();
    const path = `/communities/${where.id}/members`;
    const names = (page: any) => page.items.map(({ user }: any) => user.name);
    const first = await member.reads(`${path}?limit=2`);
    expect(names(first)).toEqual(['Mia Member', 'Mo Moderator']);
    expect(names(await member.reads(`${path}?limit=2&cursor=${first.next}`))).toEqual(['Olga Owner']);
    expect(names(await member.reads(`${path}?q=own`))).toEqual(['Olga Owner']);
    expect(names(await member.reads(`${path}?role=moderator`))).toEqual(['Mo Moderator']);
    expect((await outsider.api.get(path)).status).toBe(404);
  });
});

describe('mentionables', () => {
  const names = (answer: any) => answer.items.map(({ name }: any) => name);

  test('are people who may read it, members first', async () => {
    const open = await place('public');
    const closed = await place('private');
    const ask = (where: any, q: string) => member.reads(`/communities/${where.id}/mentionables?q=${q}`);
    expect(names(await ask(open, 'o'))).toEqual(['Olga Owner', 'Otto Outsider']);
    expect(names(await ask(open, 'mod'))).toEqual(['Mo Moderator']);
    expect(names(await ask(open, 'ger'))).toEqual([]);
    expect(names(await ask(closed, 'o'))).toEqual(['Olga Owner']);
    expect((await ask(open, 'o')).handle).toBe(open.handle);
  });

  test('a guest meets the members only', async () => {
    const open = await place('public');
    await put(owner, open, guest);
    expect(names(await guest.reads(`/communities/${open.id}/mentionables?q=o`))).toEqual(['Olga Owner']);
  });
});

describe('the level', () => {
  test('is one’s own', async () => {
    const where = await place();
    const set = await member.api.patch(`/communities/${where.id}/membership`, { level: 'none' });
    expect(set.body).toEqual({ role: 'member', level: 'none' });
    expect((await member.reads(`/communities/${where.id}`)).mine).toEqual({ role: 'member', level: 'none' });
    expect((await outsider.api.patch(`/communities/${where.id}/membership`, { level: 'all' })).status).toBe(
      404,
    );
  });
});
