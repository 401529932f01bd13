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
