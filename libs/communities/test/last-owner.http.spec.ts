import type { Kring, Person } from '#server-testing';
import { APlace } from './a-place.ts';

const cast = APlace.forAllTests();
const { place, put } = cast;
let kring: Kring;
let owner: Person;
let moderator: Person;
let member: Person;
beforeAll(() => {
  ({ kring, owner, moderator, member } = cast);
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
