import type { Person } from '#server-testing';
import { BuildingSite } from './building-site.ts';

const site = BuildingSite.forEachTest();
const { told, kinds, level } = site;
let owner: Person;
let sanne: Person;
let tom: Person;
let mila: Person;
let place: any;
beforeEach(() => {
  ({ owner, sanne, tom, mila, place } = site);
});

describe('the level of a membership', () => {
  /** What happens, in a community where Sanne wrote a thread of her own. */
  const happens: Array<[string, (mine: any) => Promise<unknown>]> = [
    ['thread', () => tom.starts(place, 'Nieuw')],
    ['reply', (mine) => tom.replies(mine, 'Antwoord')],
    ['reaction', (mine) => tom.reacts(mine.post, '👍')],
    ['mention', () => tom.starts(place, `Dag @${sanne.handle}`)],
    ['announcement', () => owner.starts(place, 'Morgen dicht', { kind: 'announcement' })],
  ];

  test.each([
    ['all', ['announcement', 'mention', 'reaction', 'reply', 'thread']],
    ['threads', ['announcement', 'mention', 'reaction', 'reply']],
    ['mentions', ['announcement', 'mention']],
    ['none', []],
  ])('"%s" tells of %j', async (chosen, expected) => {
    const mine = await sanne.starts(place, 'Van mij');
    await level(sanne, chosen);
    for (const [, act] of happens) await act(mine);
    expect((await kinds(sanne)).toSorted()).toEqual(expected);
  });

  test('is "threads" at first, and "all" in a conversation', async () => {
    expect((await sanne.reads(`/communities/${place.id}`)).mine.level).toBe('threads');
    const wish = { kind: 'conversation', memberIds: [tom.id] };
    expect((await sanne.api.post('/communities', wish)).body.mine.level).toBe('all');
  });

  test('"all": new threads of one community are one notification, that leads to the newest', async () => {
    const other = await owner.creates('Brug West');
    await sanne.joins(other);
    await level(sanne, 'all');
    await sanne.api.patch(`/communities/${other.id}/membership`, { level: 'all' });
    await tom.starts(place, 'Een');
    const newest = await mila.starts(place, 'Twee');
    await owner.starts(other, 'Daar');
    await sanne.starts(place, 'Van mijzelf');
    expect(await told(sanne)).toMatchObject([
      { kind: 'thread', community: { id: other.id }, actorCount: 1 },
      {
        kind: 'thread',
        community: { id: place.id },
        threadId: newest.id,
        actors: [{ id: mila.id }, { id: tom.id }],
      },
    ]);
  });
});

describe('a mute', () => {
  test('a muted thread tells nothing but a mention by name', async () => {
    const thread = await sanne.starts(place, 'Lang verhaal');
    await sanne.api.put(`/threads/${thread.id}/follow`, { state: 'muted' });
    await tom.replies(thread, 'Nog een antwoord');
    await tom.reacts(thread.post, '👍');
    expect(await told(sanne)).toEqual([]);
    await tom.replies(thread, `Toch even @${sanne.handle}`);
    expect(await kinds(sanne)).toEqual(['mention']);
  });
});
