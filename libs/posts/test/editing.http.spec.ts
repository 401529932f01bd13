import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let mod: Person;
let noord: any;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar, mod] = [await kring.person('Sanne'), await kring.person('Omar'), await kring.person('Mo')];
  noord = await kring.admin.creates('Nieuwbouw Noord');
  for (const person of [sanne, omar]) await person.joins(noord);
  await kring.admin.admits(mod, noord, 'moderator');
});
afterAll(() => kring.stop());

const edit = (who: Person, post: any, body: string, version = post.version) =>
  who.api.patch(`/posts/${post.id}`, { body, version });

describe('editing a post', () => {
  test('keeps what it said before', async () => {
    const { post } = await sanne.starts(noord, 'Eerst #een');
    const second = await edit(sanne, post, 'Toen #twee @omar');
    expect(second).toMatchObject({
      status: 200,
      body: {
        body: 'Toen #twee @omar',
        version: 2,
        editedAt: expect.any(String),
        mentions: [{ id: omar.id }],
      },
    });
    await edit(sanne, second.body, 'Nu');
    const { items } = await omar.reads(`/posts/${post.id}/edits`);
    expect(items).toMatchObject([
      { version: 2, body: 'Toen #twee @omar', editedBy: { id: sanne.id } },
      { version: 1, body: 'Eerst #een', html: expect.stringContaining('Eerst') },
    ]);
    const topics = await kring.database.query('SELECT topic FROM thread_topics WHERE thread_id = $1', [
      post.threadId,
    ]);
    expect(topics).toEqual([]);
    expect((await sanne.reads(`/posts/${post.id}`)).mentions).toEqual([]);
  });

  test('with a stale version answers 412 and what it is now', async () => {
    const { post } = await sanne.starts(noord, 'Een');
    const current = (await edit(sanne, post, 'Twee')).body;
    const stale = await edit(sanne, post, 'Drie');
    expect(stale).toMatchObject({ status: 412, body: { type: 'urn:kring:problem:stale-version', current } });
    expect(await sanne.reads(`/posts/${post.id}`)).toEqual(current);
  });

  test('of two at the same time one wins and nothing is lost', async () => {
    const { post } = await sanne.starts(noord, 'Een');
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((body) => edit(sanne, post, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect((await sanne.reads(`/posts/${post.id}/edits`)).items).toHaveLength(1);
  });

  test('takes the version as If-Match, in any of its spellings', async () => {
    const { post } = await sanne.starts(noord, 'Een');
    const by = (ifMatch: string, body: string, more = {}) =>
      sanne.api.patch(`/posts/${post.id}`, { body, ...more }, { 'if-match': ifMatch });
    expect((await by('"1"', 'Twee')).status).toBe(200);
    expect((await by('W/"2"', 'Drie')).status).toBe(200);
    expect((await by('3', 'Vier')).status).toBe(200);
    expect((await by('"1"', 'Vijf')).status).toBe(412);
    expect((await by('*', 'Vijf')).status).toBe(400);
    expect((await by('"4"', 'Vijf', { version: 3 })).status).toBe(400);
    const none = await sanne.api.patch(`/posts/${post.id}`, { body: 'Vijf' });
    expect([none.status, none.body.errors[0]]).toMatchObject([400, { field: 'version', code: 'required' }]);
  });

  test('to the same text changes nothing', async () => {
    const { post } = await sanne.starts(noord, 'Een');
    expect(await edit(sanne, post, 'Een')).toMatchObject({
      status: 200,
      body: { version: 1, editedAt: null },
    });
  });

  test('is for its author alone', async () => {
    const { post } = await sanne.starts(noord, 'Een');
    for (const who of [omar, mod, kring.admin]) expect((await edit(who, post, 'Twee')).status).toBe(403);
  });
});

describe('deleting a post', () => {
  test('empties it, keeps its place, and takes what hung on it', async () => {
    const thread = await sanne.starts(noord, 'Vraag', { kind: 'question' });
    const reply = await omar.replies(thread, 'Antwoord @sanne #weg');
    await edit(omar, reply, 'Antwoord, beter @sanne #weg');
    await sanne.reacts(reply, '👍');
    await sanne.api.patch(`/threads/${thread.id}`, { bestAnswerId: reply.id });
    expect((await omar.api.delete(`/posts/${reply.id}`)).status).toBe(204);
    const seen = await sanne.reads(`/threads/${thread.id}`);
    expect(seen).toMatchObject({ replyCount: 0, bestAnswerId: null, mine: { unread: 0, lastPosition: 2 } });
    expect(seen.latest[0]).toMatchObject({
      id: reply.id,
      position: 2,
      body: '',
      html: '',
      deletedBy: 'author',
      reactions: [],
      mentions: [],
      files: [],
    });
    expect((await sanne.reads(`/posts/${reply.id}/edits`)).items).toEqual([]);
    expect((await sanne.reads('/topics?q=weg')).items).toEqual([]);
    const text = await kring.database.query(
      `SELECT FROM posts WHERE id = $1 AND body || html <> '' UNION ALL SELECT FROM post_edits WHERE post_id = $1`,
      [reply.id],
    );
    expect(text).toEqual([]);
    expect((await omar.replies(thread, 'Nog een')).position).toBe(3);
  });

  test('of an opening post leaves the thread, without its title', async () => {
    const thread = await sanne.starts(noord, 'Vraag', { title: 'Pijnlijk' });
    await omar.replies(thread, 'Antwoord');
    await mod.api.delete(`/posts/${thread.post.id}`);
    expect(await omar.reads(`/threads/${thread.id}`)).toMatchObject({
      title: null,
      replyCount: 1,
      post: { body: '', deletedBy: 'moderator' },
    });
    expect((await omar.api.post(`/threads/${thread.id}/posts`, { body: 'Nog een' })).status).toBe(201);
  });

  test('is for its author and those who keep order; again is as good as once', async () => {
    const thread = await sanne.starts(noord, 'Een');
    const { post } = thread;
    await omar.replies(thread, 'Twee');
    expect((await omar.api.delete(`/posts/${post.id}`)).status).toBe(403);
    expect((await mod.api.delete(`/posts/${post.id}`)).status).toBe(204);
    expect((await sanne.api.delete(`/posts/${post.id}`)).status).toBe(204);
    expect((await sanne.reads(`/posts/${post.id}`)).deletedBy).toBe('moderator');
  });

  test('a topic stays while another post of the thread names it', async () => {
    const thread = await sanne.starts(noord, '#blijft en #gaat');
    await omar.replies(thread, 'Ook #blijft');
    await sanne.api.delete(`/posts/${thread.post.id}`);
    const topics = await kring.database.query('SELECT topic FROM thread_topics WHERE thread_id = $1', [
      thread.id,
    ]);
    expect(topics).toEqual([{ topic: 'blijft' }]);
  });

  test('what was deleted cannot be edited, liked or best answer', async () => {
    const thread = await sanne.starts(noord, 'Vraag', { kind: 'question' });
    const reply = await sanne.replies(thread, 'Zelf');
    await sanne.api.delete(`/posts/${reply.id}`);
    expect((await edit(sanne, reply, 'Terug')).status).toBe(409);
    expect((await omar.api.put(`/posts/${reply.id}/reactions/${encodeURIComponent('👍')}`)).status).toBe(409);
    expect((await sanne.api.patch(`/threads/${thread.id}`, { bestAnswerId: reply.id })).status).toBe(400);
  });
});
