import type { Kring, Person } from '#server-testing';
import { BuildingSite } from './building-site.ts';

const site = BuildingSite.forEachTest();
const { told, unread } = site;
let kring: Kring;
let owner: Person;
let sanne: Person;
let tom: Person;
let mila: Person;
let place: any;
beforeEach(() => {
  ({ kring, owner, sanne, tom, mila, place } = site);
});

test('being let in is told to whoever asked', async () => {
  const asker = await kring.person('Vraagt');
  await asker.joins(place);
  await owner.admits(asker, place);
  expect(await told(asker)).toMatchObject([
    {
      kind: 'admitted',
      actors: [{ id: owner.id }],
      community: { id: place.id, name: 'Nieuwbouw' },
      threadId: null,
    },
  ]);
});

test('being added is told, also to a secret community and whatever its level', async () => {
  const secret = await owner.creates('Overname', { visibility: 'secret' });
  await owner.admits(sanne, secret);
  expect(await told(sanne)).toMatchObject([{ kind: 'added', community: { name: 'Overname' } }]);
  expect(await told(tom)).toEqual([]);
  expect((await told(sanne, '?about=requests')).map(({ kind }) => kind)).toEqual(['added']);
});

test('what one does oneself is not told: joining, accepting an invitation, making a community', async () => {
  const open = await sanne.creates('Kantine');
  await tom.joins(open);
  await sanne.api.post(`/communities/${open.id}/invitations`, { userIds: [mila.id] });
  await mila.joins(open);
  for (const person of [sanne, tom]) expect(await told(person)).toEqual([]);
  expect((await told(mila)).map(({ kind }) => kind)).toEqual(['invitation']);
});

test('it is told no more after one left', async () => {
  const open = await owner.creates('Kantine');
  await owner.admits(sanne, open);
  expect(await unread(sanne)).toBe(1);
  await sanne.api.post(`/communities/${open.id}/leave`);
  expect(await unread(sanne)).toBe(0);
});
