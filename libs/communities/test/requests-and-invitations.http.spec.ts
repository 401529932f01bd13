import type { Kring, Person } from '#server-testing';
import { APlace } from './a-place.ts';

const cast = APlace.forAllTests();
const { place, put, countOf, roleOf } = cast;
let kring: Kring;
let owner: Person;
let moderator: Person;
let member: Person;
let outsider: Person;
let guest: Person;
beforeAll(() => {
  ({ kring, owner, moderator, member, outsider, guest } = cast);
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
