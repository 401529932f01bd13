import type { Kring, Person } from '#server-testing';
import { APlace } from './a-place.ts';

const cast = APlace.forAllTests();
const { place, put, remove, countOf, roleOf } = cast;
let kring: Kring;
let owner: Person;
let moderator: Person;
let member: Person;
let outsider: Person;
let guest: Person;
beforeAll(() => {
  ({ kring, owner, moderator, member, outsider, guest } = cast);
});

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

  test('an administrator has no say inside, and may only put it away', async () => {
    const where = await place();
    expect((await put(kring.admin, where, kring.admin, 'owner')).status).toBe(404);
    const open = await place('public');
    expect((await put(kring.admin, open, kring.admin, 'owner')).status).toBe(403);
    expect((await kring.admin.api.delete(`/communities/${open.id}`)).status).toBe(204);
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
