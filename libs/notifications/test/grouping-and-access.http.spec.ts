import type { Kring, Person } from '#server-testing';
import { BuildingSite } from './building-site.ts';

const site = BuildingSite.forEachTest();
const { settled, told, kinds, unread } = site;
let kring: Kring;
let owner: Person;
let sanne: Person;
let tom: Person;
let mila: Person;
let place: any;
beforeEach(() => {
  ({ kring, owner, sanne, tom, mila, place } = site);
});

describe('grouping', () => {
  test('more of the same is added while it is unread, each actor once, the newest in front', async () => {
    const thread = await sanne.starts(place, 'Wie?');
    for (const person of [tom, mila, owner, tom]) await person.replies(thread, `Van ${person.name}`);
    const [notification, ...more] = await told(sanne);
    expect(more).toEqual([]);
    expect(notification).toMatchObject({ actorCount: 3, excerpt: 'Van Tom' });
    expect(notification.actors.map(({ id }: { id: string }) => id)).toEqual([tom.id, owner.id, mila.id]);
    await sanne.api.post('/notifications/read', { ids: [notification.id] });
    await mila.replies(thread, 'Later');
    expect(await told(sanne)).toMatchObject([
      { actorCount: 1, actors: [{ id: mila.id }], read: false },
      { actorCount: 3, read: true },
    ]);
  });
});

describe('access', () => {
  test('who was removed is not told, nor shown what was told before', async () => {
    const thread = await sanne.starts(place, `Met @${tom.handle}`);
    expect(await unread(tom)).toBe(1);
    await owner.removes(tom, place);
    expect(await told(tom)).toEqual([]);
    expect(await unread(tom)).toBe(0);
    await sanne.replies(thread, `Weer @${tom.handle}`);
    await mila.replies(thread, 'Verder');
    expect(await told(tom)).toEqual([]);
  });

  test('a post that was deleted is not told any more', async () => {
    const thread = await sanne.starts(place, 'Wie?');
    const reply = await tom.replies(thread, `Ik, @${sanne.handle}`);
    await tom.api.delete(`/posts/${reply.id}`);
    expect(await told(sanne)).toEqual([]);
    expect(await unread(sanne)).toBe(0);
  });

  test('an archived community is silent', async () => {
    await sanne.starts(place, `@${tom.handle}`);
    await settled();
    await owner.api.delete(`/communities/${place.id}`);
    expect(await told(tom)).toEqual([]);
  });

  test('somebody mentioned in a public community need not be in it; a guest must', async () => {
    const open = await owner.creates('Kantine');
    const guest = await kring.person('Gast', 'guest');
    await owner.starts(open, `@${tom.handle} @${guest.handle}`);
    expect(await kinds(tom)).toEqual(['mention']);
    expect(await kinds(guest)).toEqual([]);
  });
});
