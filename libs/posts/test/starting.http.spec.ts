import { v7 as uuidv7 } from 'uuid';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let guest: Person;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne de Vries'), await kring.person('Omar')];
  guest = await kring.person('Gerrit Gast', 'guest');
});
afterAll(() => kring.stop());

describe('starting a thread', () => {
  test('answers the thread as a fresh load shows it', async () => {
    const noord = await sanne.creates('Nieuwbouw Noord');
    const thread = await sanne.starts(noord, 'Hoi @omar #Beton **x**', {
      kind: 'question',
      title: 'Fundering',
    });
    expect(thread).toMatchObject({
      communityId: noord.id,
      community: { id: noord.id, name: 'Nieuwbouw Noord', kind: 'project', visibility: 'public' },
      kind: 'question',
      title: 'Fundering',
      replyCount: 0,
      pinned: false,
      closed: false,
      bestAnswerId: null,
      author: { id: sanne.id, name: 'Sanne de Vries' },
      post: {
        position: 1,
        body: 'Hoi @omar #Beton **x**',
        html: expect.stringContaining('<strong>x</strong>'),
        mentions: [{ id: omar.id, name: 'Omar' }],
        reactions: [],
        files: [],
        version: 1,
        mine: { reactions: [] },
      },
      latest: [],
      mine: { readPosition: 1, lastPosition: 1, unread: 0, follow: 'following', bookmarked: false },
    });
    expect(thread.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await sanne.reads(`/threads/${thread.id}`)).toEqual(thread);
    expect((await sanne.reads(`/communities/${noord.id}/threads`)).items).toEqual([thread]);
  });

  test('mentions people who may read it, and names no others', async () => {
    const secret = await sanne.creates('Geheim overleg', { visibility: 'secret' });
    const thread = await sanne.starts(secret, 'Dag @omar en @gerrit.gast en @niemand');
    expect(thread.post.mentions).toEqual([]);
    expect(thread.post.html).toContain('@niemand');
    await sanne.admits(omar, secret);
    expect((await sanne.starts(secret, 'Dag @omar')).post.mentions).toMatchObject([{ id: omar.id }]);
  });

  test('a secret community is named in itself only', async () => {
    const secret = await sanne.creates('Reorganisatie', { visibility: 'secret' });
    const open = await sanne.creates('Open plein');
    const inside = await sanne.starts(secret, `Hallo @${secret.handle}`);
    expect(inside.post.html).toContain(`/communities/${secret.id}`);
    const outside = await sanne.starts(open, `Hallo @${secret.handle}`);
    expect(outside.post.html).not.toContain('<a');
  });

  test('takes members only, and in a stream only its person', async () => {
    const noord = await sanne.creates('Alleen leden');
    const refused = await omar.api.post(`/communities/${noord.id}/threads`, { kind: 'update', body: 'Hoi' });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('Join');
    const { personCommunityId } = await omar.reads(`/users/${sanne.id}`);
    const stream = `/communities/${personCommunityId}/threads`;
    expect((await omar.api.post(stream, { kind: 'update', body: 'Hoi' })).status).toBe(403);
    const own = await sanne.api.post(stream, { kind: 'update', body: 'Mijn week' });
    expect(own.status).toBe(201);
    expect((await omar.api.post(`/threads/${own.body.id}/posts`, { body: 'Mooi' })).status).toBe(201);
  });

  test('announcements come from owners, in the company from administrators too', async () => {
    const noord = await sanne.creates('Met mededelingen');
    await omar.joins(noord);
    const announce = (who: Person, id: string) =>
      who.api.post(`/communities/${id}/threads`, { kind: 'announcement', body: 'Let op' });
    expect((await announce(omar, noord.id)).status).toBe(403);
    expect((await announce(sanne, noord.id)).status).toBe(201);
    const { companyCommunityId } = await sanne.reads('/session');
    expect((await announce(sanne, companyCommunityId)).status).toBe(403);
    expect((await announce(kring.admin, companyCommunityId)).status).toBe(201);
  });

  test('what cannot be read answers like what does not exist', async () => {
    const secret = await sanne.creates('Besloten', { visibility: 'secret' });
    const wish = { kind: 'update', body: 'Hoi' };
    const unreadable = await omar.api.post(`/communities/${secret.id}/threads`, wish);
    const missing = await omar.api.post(`/communities/${uuidv7()}/threads`, wish);
    expect(unreadable.status).toBe(404);
    expect(unreadable.body).toEqual(missing.body);
    expect((await guest.api.get(`/communities/${secret.id}/threads`)).body).toEqual(missing.body);
  });

  test('an archived community takes no threads', async () => {
    const noord = await sanne.creates('Klaar');
    const thread = await sanne.starts(noord, 'Einde');
    await sanne.api.delete(`/communities/${noord.id}`);
    const late = await sanne.api.post(`/communities/${noord.id}/threads`, {
      kind: 'update',
      body: 'Nog iets',
    });
    expect([late.status, late.body.type]).toEqual([409, 'urn:kring:problem:community-archived']);
    expect((await sanne.api.post(`/threads/${thread.id}/posts`, { body: 'Nog iets' })).status).toBe(409);
    expect((await sanne.api.get(`/threads/${thread.id}`)).status).toBe(200);
  });
});
