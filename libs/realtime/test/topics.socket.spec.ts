import { type Kring, type Person, startKring } from '#server-testing';
import { Delivery } from '../src/delivery.ts';
import { listensAs } from './listener.ts';

let kring: Kring;
let omar: Person;
let sanne: Person;
let guest: Person;
let open: any;
beforeAll(async () => {
  kring = await startKring();
  [omar, sanne] = [await kring.person('Omar'), await kring.person('Sanne')];
  guest = await kring.person('Gerrit', 'guest');
  open = await omar.creates('Open');
  for (const who of [sanne, guest]) await who.api.put('/topics/beton/follow');
});
afterAll(() => kring.stop());

/** Says something that everybody hears, last. */
const signal = (): Promise<any> => omar.api.post('/communities', { name: 'Teken', kind: 'group' });

test('who follows a topic hears of its public threads, live, from outside the community', async () => {
  const [hers, others] = [await listensAs(sanne), await listensAs(kring.admin)];
  const thread = await omar.starts(open, 'Over #beton');
  const told = await hers.hears('thread.started');
  expect(told.data.thread).toMatchObject({ id: thread.id });
  const reply = await omar.replies(thread, 'Zonder onderwerp');
  const replied = await hers.hears('post.replied');
  expect(replied.data).toMatchObject({ post: { id: reply.id }, thread: { topics: ['beton'] } });
  await omar.reacts(reply, '👍');
  await hers.hears('post.reacted');
  await omar.api.put(`/threads/${thread.id}/bookmark`);
  await omar.starts(open, 'Over hout');
  await signal();
  await hers.hears('community.created');
  await others.hears('community.created');
  expect(hers.types().filter((type) => type.startsWith('thread.'))).toEqual(['thread.started']);
  expect(others.types().some((type) => /^(thread|post)\./.test(type))).toBe(false);
  for (const one of [hers, others]) one.leave();
});

test('never of what they may not read: other communities, closed ones, and guests hear nothing', async () => {
  const [hers, theirs] = [await listensAs(sanne), await listensAs(guest)];
  const secret = await omar.creates('Geheim', { visibility: 'secret' });
  await omar.starts(secret, 'Stil #beton');
  const closing = await omar.creates('Gaat dicht');
  const thread = await omar.starts(closing, 'Nog open #beton');
  await hers.hears('thread.started', ({ data }) => data.thread.id === thread.id);
  await omar.api.patch(`/communities/${closing.id}`, { visibility: 'private', version: closing.version });
  await omar.replies(thread, 'Nu dicht');
  await omar.starts(closing, 'Ook dicht #beton');
  const { body } = await signal();
  await hers.hears('community.created', ({ communityId }) => communityId === body.id);
  expect(hers.told.filter(({ type }) => /^(thread|post)\./.test(type))).toHaveLength(1);
  expect(theirs.told.filter(({ type }) => /^(thread|post)\./.test(type))).toEqual([]);
  for (const one of [hers, theirs]) one.leave();
});

test('following and unfollowing take effect at their place in the log, on every device', async () => {
  const [one, other] = [await listensAs(sanne), await listensAs(await sanne.onAnotherDevice())];
  await sanne.api.put('/topics/staal/follow');
  await omar.starts(open, 'Eerste #staal');
  for (const each of [one, other]) {
    expect((await each.hears('topic.followed')).data).toEqual({ topic: 'staal' });
    await each.hears('thread.started');
  }
  await sanne.api.delete('/topics/staal/follow');
  await omar.starts(open, 'Tweede #staal');
  const { body } = await signal();
  for (const each of [one, other]) {
    await each.hears('community.created', ({ communityId }) => communityId === body.id);
    expect(each.types().filter((type) => type === 'thread.started')).toHaveLength(1);
    each.leave();
  }
});

test.each(['memory', 'the log'])('what was missed of a topic is told from %s, and no more', async (from) => {
  const before = await listensAs(sanne);
  const thread = await omar.starts(open, 'Voor de pauze #beton');
  await before.hears('thread.started', ({ threadId }) => threadId === thread.id);
  const cursor = before.cursor!;
  before.leave();
  await omar.replies(thread, 'Tijdens de pauze');
  const missed = await omar.starts(open, 'Gemist #beton');
  await omar.starts(open, 'Niet gevolgd');
  const closing = await omar.creates('Dicht');
  await omar.starts(closing, 'Straks dicht #beton');
  await omar.api.patch(`/communities/${closing.id}`, { visibility: 'private', version: closing.version });
  const live = await listensAs(sanne);
  const { body } = await signal();
  await live.hears('community.created', ({ communityId }) => communityId === body.id);
  const delivery = kring.app.get(Delivery);
  if (from === 'the log') delivery.recent.restart(delivery.position);
  const back = await listensAs(sanne, cursor);
  await back.hears('community.created', ({ communityId }) => communityId === body.id);
  const heard = back.told.filter(({ type }) => /^(thread|post)\./.test(type));
  expect(heard.map(({ type, threadId }) => [type, threadId])).toEqual([
    ['post.replied', thread.id],
    ['thread.started', missed.id],
  ]);
  for (const one of [live, back]) one.leave();
});

test.each(['live', 'from memory', 'from the log'])(
  'who follows a topic hears %s that a thread took it up, dropped it, or went away',
  async (how) => {
    const live = await listensAs(sanne);
    const later = await omar.starts(open, 'Nog zonder');
    const dropping = await omar.starts(open, 'Over #beton');
    const going = await omar.starts(open, 'Weg ermee #beton');
    await live.hears('thread.started', ({ threadId }) => threadId === going.id);
    const cursor = live.cursor!;
    const edit = ({ post }: any, body: string) => omar.api.patch(`/posts/${post.id}`, { body, version: 1 });
    await edit(later, 'Toch over #beton');
    await edit(dropping, 'Toch over hout');
    await omar.api.delete(`/posts/${going.post.id}`);
    const { body } = await signal();
    await live.hears('community.created', ({ communityId }) => communityId === body.id);
    const delivery = kring.app.get(Delivery);
    if (how === 'from the log') delivery.recent.restart(delivery.position);
    const one = how === 'live' ? live : await listensAs(sanne, cursor);
    await one.hears('community.created', ({ communityId }) => communityId === body.id);
    const told = one.told.filter(({ type, seq }) => /^thread\.(changed|removed)/.test(type) && seq > cursor);
    expect(told.map(({ type, threadId, data }) => [type, threadId, data.topics])).toEqual([
      ['thread.changed', later.id, ['beton']],
      ['thread.changed', dropping.id, []],
      ['thread.removed', going.id, undefined],
    ]);
    for (const each of new Set([live, one])) each.leave();
  },
);
