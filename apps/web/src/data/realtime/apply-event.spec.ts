import type { InfiniteData } from '@tanstack/react-query';
import type { LogEvent } from '../events';
import { keys } from '../keys';
import type { Page, PostView, SessionView, ThreadPage, ThreadView } from '../types';
import { applyEvent } from './apply-event';
import { aCommunity, aPost, aThread, bram, me, pages, viewer } from './samples.fixture';

const home = keys.threads({ feed: 'home' }, 'activity');
type Replied = Extract<LogEvent, { type: 'post.replied' }>;
type Feed = InfiniteData<ThreadPage>;

const after = <Data>(key: readonly unknown[], data: Data, ...events: LogEvent[]): Data =>
  events.reduce<Data>((now, event) => applyEvent(key, now, event, viewer) as Data, data);

const neutral = (thread: ThreadView): ThreadView => ({ ...thread, mine: undefined }) as ThreadView;
const started = (thread: ThreadView, seq = 1): LogEvent => ({
  seq,
  type: 'thread.started',
  communityId: thread.communityId,
  data: { thread: neutral(thread) },
});
const replied = (post: PostView, seq = 2): LogEvent => ({
  seq,
  type: 'post.replied',
  communityId: 'noord',
  threadId: post.threadId,
  data: {
    post,
    thread: {
      id: post.threadId,
      replyCount: post.position - 1,
      activityAt: post.createdAt,
      lastPosition: post.position,
      title: null,
      bestAnswerId: null,
      asksAcknowledgement: false,
      version: 1,
      topics: [],
    },
  },
});

describe('a thread that somebody started', () => {
  it('waits behind the line when it is another’s, so that nothing moves under the reader', () => {
    const feed = after<Feed>(home, pages(aThread('t1')), started(aThread('t2')));
    expect(feed.pages[0]?.items.map(({ id }) => id)).toEqual(['t1']);
    expect(feed.pages[0]?.arrivals?.map(({ id, mine }) => [id, mine?.unread])).toEqual([['t2', 1]]);
  });

  it('is on top at once when it is mine, and once however often it is told', () => {
    const mine = started(aThread('t2', { author: me, post: aPost('t2-p1', { author: me }) }));
    const feed = after<Feed>(home, pages(aThread('t1')), mine, mine);
    expect(feed.pages[0]?.items.map(({ id }) => id)).toEqual(['t2', 't1']);
    expect(feed.pages[0]?.arrivals).toBeUndefined();
  });

  it('stays out of lists it does not belong in', () => {
    const elsewhere = started(aThread('t2', { communityId: 'elders' }));
    expect(after<Feed>(home, pages(), elsewhere).pages[0]?.arrivals).toBeUndefined();
    const everything = keys.threads({ feed: 'everything' }, 'activity');
    expect(after<Feed>(everything, pages(), elsewhere).pages[0]?.arrivals).toHaveLength(1);
    const unanswered = keys.threads({ feed: 'unanswered' }, 'activity');
    expect(after<Feed>(unanswered, pages(), elsewhere).pages[0]?.arrivals).toBeUndefined();
    const topic = keys.threads({ topic: 'Beton' }, 'activity');
    const tagged = started(aThread('t3', { post: aPost('p', { body: 'Over #beton gesproken' }) }));
    expect(after<Feed>(topic, pages(), tagged, elsewhere).pages[0]?.arrivals).toHaveLength(1);
  });
});

describe('a reply', () => {
  it('counts in place: the thread does not move, its newest two replies show', () => {
    const feed = pages(aThread('t0'), aThread('t1'));
    const events = [2, 3, 4].map((position) => replied(aPost(`r${position}`, { position })));
    const thread = after<Feed>(home, feed, ...events).pages[0]?.items[1];
    expect(thread?.replyCount).toBe(3);
    expect(thread?.latest.map(({ id }) => id)).toEqual(['r3', 'r4']);
    expect(thread?.mine).toMatchObject({ lastPosition: 4, unread: 3 });
  });

  it('counts once when it is applied again', () => {
    const event = replied(aPost('r2', { position: 2 }));
    const once = after(keys.thread('t1'), aThread('t1'), event);
    expect(after(keys.thread('t1'), once, event)).toEqual(once);
  });

  it('of my own is never unread', () => {
    const thread = after(keys.thread('t1'), aThread('t1'), replied(aPost('r2', { position: 2, author: me })));
    expect(thread.mine).toMatchObject({ lastPosition: 2, unread: 0, follow: 'following' });
  });

  it('of my own says that I read what stands before it, also in another tab and told twice', () => {
    const [theirs, mine] = [
      replied(aPost('r2', { position: 2 })),
      replied(aPost('r3', { position: 3, author: me })),
    ];
    const later = replied(aPost('r4', { position: 4 }));
    const read = after(keys.thread('t1'), aThread('t1'), theirs, mine, mine);
    expect(read.mine).toMatchObject({ readPosition: 3, lastPosition: 3, unread: 0 });
    expect(after(keys.thread('t1'), read, later, mine).mine).toMatchObject({ readPosition: 3, unread: 1 });
  });

  it('comes at the end of its thread’s posts, once, also when two come out of order', () => {
    const posts = pages(aPost('p1'));
    const [r2, r3] = [aPost('r2', { position: 2 }), aPost('r3', { position: 3 })];
    const all = after<InfiniteData<Page<PostView>>>(
      keys.posts('t1'),
      posts,
      replied(r3),
      replied(r2),
      replied(r3),
    );
    expect(all.pages[0]?.items.map(({ id }) => id)).toEqual(['p1', 'r2', 'r3']);
    const other = after(keys.posts('t9'), posts, replied(r2));
    expect(other).toBe(posts);
  });

  it('in a thread that is not loaded is said behind the line, once', () => {
    const event = replied(aPost('r2', { position: 2, threadId: 'far' }));
    const feed = after<Feed>(home, pages(aThread('t1')), event, event);
    expect(feed.pages[0]?.stirred).toEqual(['far']);
  });
});

describe('an announcement that asks to be confirmed', () => {
  const asking = aThread('t1', { kind: 'announcement', asksAcknowledgement: true, version: 2 });
  const changed = (asksAcknowledgement: boolean, version: number, part = {}): LogEvent => {
    const thread = neutral(aThread('t1', { asksAcknowledgement, version, ...part }));
    return { seq: version, type: 'thread.changed', communityId: 'noord', data: { thread } };
  };
  const mine = (thread: ThreadView) => thread.mine?.acknowledgement;

  it('asks me from then on, and stops when it does; what I answered before counts no more', () => {
    const asked = after(keys.thread('t1'), aThread('t1'), changed(true, 2));
    expect(mine(asked)).toBe('asked');
    const given = { ...asked, mine: { ...asked.mine!, acknowledgement: 'given' as const } };
    expect(mine(after(keys.thread('t1'), given, changed(true, 3, { pinned: true })))).toBe('given');
    expect(mine(after(keys.thread('t1'), given, changed(false, 3)))).toBeNull();
    expect(mine(after(keys.thread('t1'), given, changed(false, 3), changed(true, 4)))).toBe('asked');
  });

  it('waits in its list when it begins; of my own and of a place that I am not in, I am not asked', () => {
    const list = keys.threads({ feed: 'unacknowledged' }, 'activity');
    const started = (part: Partial<ThreadView>): LogEvent => {
      const { mine: _, ...thread } = { ...asking, ...part };
      return { seq: 1, type: 'thread.started', communityId: thread.communityId, data: { thread } };
    };
    const waiting = (part: Partial<ThreadView>) =>
      after<Feed>(list, pages(), started(part)).pages[0]?.arrivals;
    expect(waiting({})).toMatchObject([{ id: 't1', mine: { acknowledgement: 'asked' } }]);
    for (const part of [{ author: me }, { communityId: 'elders' }, { asksAcknowledgement: false }])
      expect(waiting(part)).toBeUndefined();
  });
});

describe('a change of a post', () => {
  it('that was the best answer takes that away when it is deleted', () => {
    const asked = aThread('t1', { bestAnswerId: 'r2', replyCount: 1, version: 2 });
    const { data } = replied(aPost('r2', { position: 2, body: '' }), 3) as Replied;
    const deleted = (version: number): LogEvent => ({
      seq: 3,
      type: 'post.deleted',
      communityId: 'noord',
      data: { ...data, thread: { ...data.thread, replyCount: 0, version } },
    });
    expect(after(keys.thread('t1'), asked, deleted(3))).toMatchObject({ bestAnswerId: null, replyCount: 0 });
    expect(after(keys.thread('t1'), asked, deleted(1))).toMatchObject({ bestAnswerId: 'r2' });
  });

  const edit = (version: number): LogEvent => ({
    seq: version,
    type: 'post.edited',
    communityId: 'noord',
    data: { post: aPost('t1-p1', { threadId: 't1', version, body: `versie ${version}` }) },
  });

  it('never goes back to an older version', () => {
    const thread = after(keys.thread('t1'), aThread('t1'), edit(3), edit(2));
    expect(thread.post.body).toBe('versie 3');
  });

  it('keeps what is mine about it', () => {
    const known = aThread('t1', { post: aPost('t1-p1', { mine: { reactions: ['👍'] } }) });
    expect(after(keys.thread('t1'), known, edit(2)).post.mine).toEqual({ reactions: ['👍'] });
  });

  it('shows a reaction, and knows when it is mine', () => {
    const reacted = (actorId: string, added: boolean): LogEvent => ({
      seq: 1,
      type: 'post.reacted',
      communityId: 'noord',
      data: {
        postId: 't1-p1',
        threadId: 't1',
        reactions: added ? [{ emoji: '👍', count: 1 }] : [],
        actorId,
        emoji: '👍',
        added,
      },
    });
    const liked = after(keys.thread('t1'), aThread('t1'), reacted('me', true), reacted('me', true));
    expect(liked.post).toMatchObject({ reactions: [{ emoji: '👍', count: 1 }], mine: { reactions: ['👍'] } });
    expect(after(keys.thread('t1'), liked, reacted('me', false)).post.mine).toEqual({ reactions: [] });
    expect(after(keys.thread('t1'), aThread('t1'), reacted('bram', true)).post.mine).toBeUndefined();
  });
});

describe('a community', () => {
  const ended = (userId: string): LogEvent => ({
    seq: 5,
    type: 'membership.ended',
    communityId: 'noord',
    data: { communityId: 'noord', userId, user: me, role: 'member', memberCount: 2 },
  });

  it('takes its threads along when I am no longer in it, and keeps them when another leaves', () => {
    const feed = pages(aThread('t1'), aThread('t2', { communityId: 'elders' }));
    expect(after<Feed>(home, feed, ended('me')).pages[0]?.items.map(({ id }) => id)).toEqual(['t2']);
    expect(after<Feed>(home, feed, ended('bram'))).toBe(feed);
  });

  it('counts its members, and knows that I left', () => {
    const community = after(keys.community('noord'), aCommunity('noord'), ended('me'));
    expect(community).toMatchObject({ memberCount: 2, mine: null, mayPost: false });
  });

  it('marks unread for others’ posts only, at most a hundred, and nothing once read', () => {
    const unread = { items: [{ communityId: 'noord', unread: 100 }] };
    const reply = replied(aPost('r2', { position: 2 }));
    expect(after(keys.communitiesUnread, unread, reply)).toEqual(unread);
    expect(after(keys.communitiesUnread, { items: [] }, reply)).toEqual({
      items: [{ communityId: 'noord', unread: 1 }],
    });
    const own = replied(aPost('r2', { position: 2, author: me }));
    expect(after(keys.communitiesUnread, { items: [] }, own)).toEqual({ items: [] });
    const read: LogEvent = {
      seq: 9,
      type: 'community.read',
      communityId: 'noord',
      data: { communityId: 'noord', until: '2026-03-01T12:00:00.000Z' },
    };
    expect(after(keys.communitiesUnread, unread, read)).toEqual({ items: [] });
  });
});

it('makes me what another administrator made me, at once', () => {
  const session = {
    user: { ...me, role: 'member', email: 'sanne@example.com', version: 1 },
    seq: 1,
  } as SessionView;
  const promoted = {
    seq: 4,
    type: 'user.changed',
    communityId: null,
    data: { user: { ...session.user, role: 'admin', version: 2 } },
  } as LogEvent;
  expect(after(keys.session, session, promoted).user).toMatchObject({ role: 'admin', version: 2 });
  const other = { ...promoted, data: { user: { ...bram, role: 'admin' } } } as LogEvent;
  expect(after(keys.session, session, other)).toBe(session);
});

it('shows the organisation as an administrator has just made it', () => {
  const session = { user: me, organisation: { name: 'Testbouw', accent: null } } as SessionView;
  const organisation = { id: 'o', name: 'Testbouw & Zn', logo: null, accent: '#7a1f3d', version: 2 };
  const changed: LogEvent = {
    seq: 5,
    type: 'organisation.changed',
    communityId: null,
    data: { organisation },
  };
  expect(after(keys.session, session, changed).organisation).toEqual(organisation);
});

it('leaves the very same object where an event says nothing, so that nothing draws anew', () => {
  const feed = pages(aThread('t1'));
  const far = replied(aPost('r2', { position: 2, threadId: 'far' }));
  expect(after(keys.threads({ community: 'other' }, 'activity'), feed, far)).toBe(feed);
  expect(applyEvent(['anything'], feed, far, viewer)).toBe(feed);
});

describe('a thread of which nothing is left', () => {
  it('goes from every list it stands or waits in', () => {
    const removed: LogEvent = {
      seq: 9,
      type: 'thread.removed',
      communityId: 'noord',
      data: { threadId: 't2' },
    };
    const feed = after<Feed>(home, pages(aThread('t1'), aThread('t2')), removed);
    expect(feed.pages[0]?.items.map(({ id }) => id)).toEqual(['t1']);
    expect(after<Feed>(home, pages(), started(aThread('t2')), removed).pages[0]?.arrivals).toEqual([]);
  });
});

describe('a thread that takes up or drops a topic', () => {
  const changed = (thread: ThreadView, topics: string[]): LogEvent => ({
    seq: 9,
    type: 'thread.changed',
    communityId: thread.communityId,
    data: { thread: neutral(thread), topics },
  });
  const at = (hour: string) => `2026-11-24T${hour}:00:00.000Z`;
  const outside = aThread('t9', { communityId: 'elders', activityAt: at('07') });

  it('comes into an open home at its place, with the reason', () => {
    const list = pages(aThread('t1'), aThread('t0', { activityAt: at('06') }));
    const feed = after<Feed>(home, list, changed(outside, ['beton']));
    expect(feed.pages[0]?.items.map(({ id }) => id)).toEqual(['t1', 't9', 't0']);
    expect(feed.pages[0]?.items[1]?.reason).toEqual({ topics: ['beton'] });
  });

  it('waits behind the line when its place is the top', () => {
    const feed = after<Feed>(
      home,
      pages(aThread('t1')),
      changed({ ...outside, activityAt: at('09') }, ['beton']),
    );
    expect(feed.pages[0]?.items.map(({ id }) => id)).toEqual(['t1']);
    expect(feed.pages[0]?.arrivals?.map(({ id }) => id)).toEqual(['t9']);
  });

  it('leaves it when no followed topic is left, unless it is there for its community', () => {
    expect(after<Feed>(home, pages(outside), changed(outside, [])).pages[0]?.items).toEqual([]);
    expect(after<Feed>(home, pages(aThread('t1')), changed(aThread('t1'), [])).pages[0]?.items).toHaveLength(
      1,
    );
  });
});
