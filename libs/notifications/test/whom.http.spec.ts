import type { Kring, Person } from '#server-testing';
import { BuildingSite } from './building-site.ts';

const site = BuildingSite.forEachTest();
const { told, kinds, unread, level } = site;
let kring: Kring;
let owner: Person;
let sanne: Person;
let tom: Person;
let mila: Person;
let place: any;
beforeEach(() => {
  ({ kring, owner, sanne, tom, mila, place } = site);
});

describe('what is told to whom', () => {
  test('a mention, to whoever is mentioned and nobody else', async () => {
    const thread = await sanne.starts(place, `Kijk eens @${tom.handle}`);
    const [notification, ...more] = await told(tom);
    expect(more).toEqual([]);
    expect(notification).toMatchObject({
      kind: 'mention',
      actors: [{ id: sanne.id, name: 'Sanne' }],
      actorCount: 1,
      community: { id: place.id, name: 'Nieuwbouw', kind: 'project' },
      threadId: thread.id,
      postId: thread.post.id,
      excerpt: `Kijk eens @${tom.handle}`,
      read: false,
    });
    expect(await told(mila)).toEqual([]);
    expect(await told(sanne)).toEqual([]);
  });

  test('a reply, to the author and to whoever replied, never to who writes it', async () => {
    const thread = await sanne.starts(place, 'Wie heeft de tekening?');
    await tom.replies(thread, 'Ik');
    await mila.replies(thread, 'Ik ook');
    expect(await told(sanne)).toMatchObject([
      { kind: 'reply', actorCount: 2, actors: [{ id: mila.id }, { id: tom.id }] },
    ]);
    expect(await told(tom)).toMatchObject([{ kind: 'reply', actorCount: 1, actors: [{ id: mila.id }] }]);
    expect(await told(mila)).toEqual([]);
  });

  test('a mention in a reply comes before the reply, and once', async () => {
    const thread = await sanne.starts(place, 'Vraag');
    await tom.replies(thread, `@${sanne.handle} antwoord`);
    expect(await kinds(sanne)).toEqual(['mention']);
  });

  test('a reaction, to the author of the post', async () => {
    const thread = await sanne.starts(place, 'Klaar!');
    await tom.reacts(thread.post, '👍');
    await mila.reacts(thread.post, '🎉');
    await sanne.reacts(thread.post, '👍');
    expect(await told(sanne)).toMatchObject([{ kind: 'reaction', actorCount: 2, emoji: '🎉' }]);
    expect(await told(tom)).toEqual([]);
  });

  test('a reaction that was taken back is not told any more', async () => {
    const thread = await sanne.starts(place, 'Klaar!');
    await tom.reacts(thread.post, '👍');
    expect(await unread(sanne)).toBe(1);
    await tom.api.delete(`/posts/${thread.post.id}/reactions/${encodeURIComponent('👍')}`);
    expect(await told(sanne)).toEqual([]);
    expect(await unread(sanne)).toBe(0);
  });

  test('an invitation into a community that one cannot see yet', async () => {
    const secret = await owner.creates('Overname', { visibility: 'secret' });
    expect(
      (await owner.api.post(`/communities/${secret.id}/invitations`, { userIds: [sanne.id] })).status,
    ).toBe(204);
    expect(await told(sanne)).toMatchObject([{ kind: 'invitation', community: { name: 'Overname' } }]);
    await owner.api.delete(`/communities/${secret.id}/invitations/${sanne.id}`);
  });

  test('a request to join, to who runs the community', async () => {
    const other = await kring.person('Vraagt');
    await other.joins(place);
    const [notification] = await told(owner, '?limit=1');
    expect(notification).toMatchObject({
      kind: 'request',
      actors: [{ id: other.id }],
      community: { id: place.id },
    });
    expect(await told(sanne)).toEqual([]);
  });

  test('an announcement, to everybody in it but those who want nothing', async () => {
    await level(tom, 'mentions');
    await level(mila, 'none');
    await owner.starts(place, 'Morgen dicht', { kind: 'announcement' });
    expect(await kinds(sanne)).toEqual(['announcement']);
    expect(await kinds(tom)).toEqual(['announcement']);
    expect(await kinds(mila)).toEqual([]);
  });

  test('the handle of the community, to its members', async () => {
    const project = await owner.creates('Brug West');
    for (const person of [sanne, tom]) await person.joins(project);
    await owner.starts(project, `Hallo @${project.handle}`);
    expect(await kinds(sanne)).toEqual(['mention']);
    expect(await kinds(tom)).toEqual(['mention']);
    expect(await kinds(mila)).toEqual([]);
    // Written in another community it calls nobody.
    await sanne.starts(place, `Zie @${project.handle}`);
    expect(await kinds(tom)).toEqual(['mention']);
  });

  test('messages of a conversation, to everybody in it', async () => {
    const talk = await sanne.creates('', {
      kind: 'conversation',
      visibility: undefined,
      name: undefined,
      memberIds: [tom.id],
    });
    const thread = await sanne.starts(talk, 'Heb je even?');
    expect(await kinds(tom)).toEqual(['thread']);
    await sanne.replies(thread, 'Het gaat over morgen');
    expect(await kinds(tom)).toEqual(['reply', 'thread']);
    await tom.replies(thread, 'Ja');
    expect(await kinds(sanne)).toEqual(['reply']);
  });

  test('in an edit, only to those mentioned for the first time', async () => {
    const thread = await sanne.starts(place, `Met @${tom.handle}`);
    expect(await unread(tom)).toBe(1);
    await tom.api.post('/notifications/read', {});
    const { status } = await sanne.api.patch(`/posts/${thread.post.id}`, {
      body: `Met @${tom.handle} en @${mila.handle}`,
      version: 1,
    });
    expect(status).toBe(200);
    expect(await kinds(mila)).toEqual(['mention']);
    expect(await told(tom, '?unread=true')).toEqual([]);
  });
});
