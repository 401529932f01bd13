import type { Person } from '#server-testing';
import { APlace } from './a-place.ts';

const cast = APlace.forAllTests();
const { place, put, remove } = cast;
let owner: Person;
let member: Person;
let outsider: Person;
let guest: Person;
beforeAll(() => {
  ({ owner, member, outsider, guest } = cast);
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
    expect(names(await ask(open, 'ötto'))).toEqual(['Otto Outsider']);
    expect(names(await ask(open, encodeURIComponent('otto out')))).toEqual(['Otto Outsider']);
    expect(names(await ask(open, 'tto'))).toEqual([]);
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
