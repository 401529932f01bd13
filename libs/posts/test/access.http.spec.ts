import { v7 as uuidv7 } from 'uuid';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let outsider: Person;
let guest: Person;
let removed: Person;
let secret: any;
let thread: any;
let reply: any;
beforeAll(async () => {
  kring = await startKring();
  [sanne, outsider, removed] = [
    await kring.person('Sanne'),
    await kring.person('Oscar'),
    await kring.person('Rik'),
  ];
  guest = await kring.person('Gerrit', 'guest');
  secret = await sanne.creates('Overname', { visibility: 'secret' });
  await sanne.admits(removed, secret);
  thread = await sanne.starts(secret, 'Niemand mag dit weten', { kind: 'question' });
  reply = await removed.replies(thread, 'Ik zwijg');
  await sanne.removes(removed, secret);
});
afterAll(() => kring.stop());

type Route = [
  method: string,
  path: (ids: { community: string; thread: string; post: string }) => string,
  body?: object,
];
const LIKE = encodeURIComponent('👍');
const ROUTES: Route[] = [
  ['GET', ({ community }) => `/communities/${community}/threads`],
  ['POST', ({ community }) => `/communities/${community}/threads`, { kind: 'update', body: 'x' }],
  ['POST', ({ community }) => `/communities/${community}/read`],
  ['GET', ({ thread }) => `/threads/${thread}`],
  ['PATCH', ({ thread }) => `/threads/${thread}`, { pinned: true }],
  ['GET', ({ thread }) => `/threads/${thread}/posts`],
  ['GET', ({ thread, post }) => `/threads/${thread}/posts?around=${post}`],
  ['POST', ({ thread }) => `/threads/${thread}/posts`, { body: 'x' }],
  ['PUT', ({ thread }) => `/threads/${thread}/bookmark`],
  ['DELETE', ({ thread }) => `/threads/${thread}/bookmark`],
  ['PUT', ({ thread }) => `/threads/${thread}/follow`, { state: 'following' }],
  ['PUT', ({ thread }) => `/threads/${thread}/read`, { position: 1 }],
  ['GET', ({ post }) => `/posts/${post}`],
  ['PATCH', ({ post }) => `/posts/${post}`, { body: 'x', version: 1 }],
  ['DELETE', ({ post }) => `/posts/${post}`],
  ['GET', ({ post }) => `/posts/${post}/edits`],
  ['GET', ({ post }) => `/posts/${post}/reactions`],
  ['PUT', ({ post }) => `/posts/${post}/reactions/${LIKE}`],
  ['DELETE', ({ post }) => `/posts/${post}/reactions/${LIKE}`],
];
const send = (who: Person, method: string, path: string, body?: object) =>
  who.api.send(method, path, {
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });

const NAMES = { community: ':community', thread: ':thread', post: ':post' };
const NAMED = ROUTES.map(([method, path, body]) => ({
  name: `${method} ${path(NAMES)}`,
  method,
  path,
  body,
}));

test.each(NAMED)('$name: the unreadable answers like what is not there', async ({ method, path, body }) => {
  const there = path({ community: secret.id, thread: thread.id, post: reply.id });
  const nowhere = path({ community: uuidv7(), thread: uuidv7(), post: uuidv7() });
  const noId = path({ community: 'x', thread: "1' or 1=1", post: '../x' });
  const missing = await send(outsider, method, nowhere, body);
  expect(missing.status).toBe(404);
  // The author of the reply too, since they were removed; and the administrator.
  for (const who of [outsider, guest, removed, kring.admin]) {
    const answer = await send(who, method, there, body);
    expect([answer.status, answer.body]).toEqual([404, missing.body]);
  }
  expect((await send(outsider, method, encodeURI(noId), body)).status).toBe(404);
  expect(await sanne.reads(`/posts/${reply.id}`)).toEqual({ ...reply, mine: { reactions: [] } });
});

test('a moderator of one community has no power over another', async () => {
  const own = await outsider.creates('Eigen');
  const mine = await outsider.starts(own, 'Van mij', { kind: 'question' });
  const { status } = await outsider.api.patch(`/threads/${mine.id}`, { bestAnswerId: reply.id });
  expect(status).toBe(400);
  const answer = await outsider.api.post(`/threads/${mine.id}/posts`, { body: 'x', replyTo: reply.id });
  expect(answer.status).toBe(400);
});

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
    expect((await sanne.api.post(`/communities/${secret.id}/threads`, wish)).status).toBe(400);
    expect((await sanne.api.post(`/threads/${thread.id}/posts`, { body: 'x', fileIds })).status).toBe(400);
    expect(await sanne.reads(`/threads/${thread.id}`)).toEqual(before);
  });
});
