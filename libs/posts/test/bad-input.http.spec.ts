import { v7 as uuidv7 } from 'uuid';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let secret: any;
let thread: any;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  secret = await sanne.creates('Overname', { visibility: 'secret' });
  thread = await sanne.starts(secret, 'Niemand mag dit weten', { kind: 'question' });
});
afterAll(() => kring.stop());

describe('bad input', () => {
  const NOT_TEXT = [null, 7, true, [], ['x'], {}, { $ne: null }];
  const FOR_BODY = [...NOT_TEXT, undefined, '', '  \n\t ', 'x'.repeat(20_001), 'a\u0000b', 'a\u0007b'];
  const FOR_TITLE = [7, [], {}, '', '   ', 'x'.repeat(201), 'a\nb', 'a\u202eb', 'a\u0000'];
  const FOR_KIND = [...NOT_TEXT, undefined, '', 'poll', '__proto__', 'constructor'];
  const FOR_ID = [7, [], {}, '', 'x', '0190a5b0-0000-4000-8000-000000000000', `${uuidv7()}0`];
  const FOR_FILES = ['x', {}, 7, [7], ['x'], [null], Array.from({ length: 21 }, () => uuidv7())];

  const starting: Array<[string, unknown]> = [
    ...FOR_BODY.map((value): [string, unknown] => ['body', value]),
    ...FOR_TITLE.map((value): [string, unknown] => ['title', value]),
    ...FOR_KIND.map((value): [string, unknown] => ['kind', value]),
    ...FOR_ID.map((value): [string, unknown] => ['id', value]),
    ...FOR_FILES.map((value): [string, unknown] => ['fileIds', value]),
    ...['pinned', 'authorId', 'createdAt', 'communityId', 'replyCount', 'html', 'isPublic'].map(
      (field): [string, unknown] => [field, 'x'],
    ),
  ];

  test('starting a thread names the field', async () => {
    for (const [field, value] of starting) {
      const wish = { kind: 'update', body: 'x', [field]: value };
      const { status, body } = await sanne.api.post(`/communities/${secret.id}/threads`, wish);
      expect([status, field, value, body.errors?.[0]?.field]).toEqual([400, field, value, field]);
    }
    const polluted = await sanne.api.send('POST', `/communities/${secret.id}/threads`, {
      body: '{"kind":"update","body":"x","__proto__":{"pinned":true}}',
      headers: { 'content-type': 'application/json' },
    });
    expect(polluted.status).toBe(400);
  });

  test('replying names the field', async () => {
    for (const [field, value] of starting.filter(([name]) => !['kind', 'title'].includes(name))) {
      const { status, body } = await sanne.api.post(`/threads/${thread.id}/posts`, {
        body: 'x',
        [field]: value,
      });
      expect([status, field, value, body.errors?.[0]?.field]).toEqual([400, field, value, field]);
    }
    for (const replyTo of [7, [], {}, 'x'])
      expect((await sanne.api.post(`/threads/${thread.id}/posts`, { body: 'x', replyTo })).status).toBe(400);
  });

  test('editing, changing, marking name the field', async () => {
    const cases: Array<[string, string, object]> = [
      ...FOR_BODY.map((body): [string, string, object] => [
        'body',
        `/posts/${thread.post.id}`,
        { body, version: 1 },
      ]),
      ...['x', 0, -1, 1.5, {}, [], 1e99].map((version): [string, string, object] => [
        'version',
        `/posts/${thread.post.id}`,
        { body: 'x', version },
      ]),
      ...['yes', 1, {}, null].map((pinned): [string, string, object] => [
        'pinned',
        `/threads/${thread.id}`,
        { pinned },
      ]),
      ...['x', 7, {}, []].map((bestAnswerId): [string, string, object] => [
        'bestAnswerId',
        `/threads/${thread.id}`,
        { bestAnswerId },
      ]),
      ...FOR_TITLE.map((title): [string, string, object] => ['title', `/threads/${thread.id}`, { title }]),
    ];
    for (const [field, path, wish] of cases) {
      const { status, body } = await sanne.api.patch(path, wish);
      expect([status, wish, body.errors?.[0]?.field]).toEqual([400, wish, field]);
    }
    for (const position of [undefined, null, 'x', -1, 1.5, {}, 2 ** 31])
      expect((await sanne.api.put(`/threads/${thread.id}/read`, { position })).status).toBe(400);
    for (const state of [undefined, null, 'x', {}, []])
      expect((await sanne.api.put(`/threads/${thread.id}/follow`, { state })).status).toBe(400);
  });

  test('lists refuse what they do not know', async () => {
    const list = `/communities/${secret.id}/threads`;
    const posts = `/threads/${thread.id}/posts`;
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'sort=best',
      'cursor=x',
      `cursor=${cursor(['x', 'y'])}`,
      `cursor=${cursor(['2026-01-01T00:00:00Z', 'y'])}`,
      `cursor=${cursor([1])}`,
      `cursor=${cursor([{}, []])}`,
      'offset=1',
      'limit=1&limit=2',
    ])
      expect([query, (await sanne.api.get(`${list}?${query}`)).status]).toEqual([query, 400]);
    for (const query of [
      'before=0',
      'before=x',
      'after=-1',
      'around=x',
      `cursor=${cursor(['x'])}`,
      `cursor=${cursor([1e99])}`,
    ])
      expect([query, (await sanne.api.get(`${posts}?${query}`)).status]).toEqual([query, 400]);
  });

  test('files that are not there, or not one’s own, undo the post', async () => {
    const before = await sanne.reads(`/threads/${thread.id}`);
    const fileIds = [uuidv7()];
    const wish = { kind: 'update', body: 'x', fileIds };
    expect((await sanne.api.post(`/communities/${secret.id}/threads`, wish)).status).toBe(404);
    expect((await sanne.api.post(`/threads/${thread.id}/posts`, { body: 'x', fileIds })).status).toBe(404);
    expect(await sanne.reads(`/threads/${thread.id}`)).toEqual(before);
  });
});
