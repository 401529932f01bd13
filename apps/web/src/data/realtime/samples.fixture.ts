import type { CommunityView, PersonChip, PostView, ThreadView } from '../types';
import type { EventViewer } from './viewer';

export const me: PersonChip = {
  id: 'me',
  name: 'Sanne',
  handle: 'sanne',
  title: null,
  portrait: null,
  guest: false,
};
export const bram: PersonChip = {
  id: 'bram',
  name: 'Bram',
  handle: 'bram',
  title: null,
  portrait: null,
  guest: false,
};

export const viewer: EventViewer = {
  userId: 'me',
  isMine: (communityId) => communityId === 'noord',
  followed: (topics) => topics.filter((topic) => topic === 'beton'),
};

export const aPost = (id: string, part: Partial<PostView> = {}): PostView => ({
  id,
  threadId: 't1',
  communityId: 'noord',
  position: 1,
  author: bram,
  body: 'tekst',
  html: '<p>tekst</p>',
  replyTo: null,
  createdAt: '2026-11-24T08:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  deletedBy: null,
  version: 1,
  reactions: [],
  files: [],
  mentions: [],
  ...part,
});

export const aThread = (id: string, part: Partial<ThreadView> = {}): ThreadView => ({
  id,
  communityId: 'noord',
  community: { id: 'noord', name: 'Nieuwbouw Noord', kind: 'project', hue: 40, visibility: 'public' },
  kind: 'update',
  title: null,
  createdAt: '2026-11-24T08:00:00.000Z',
  activityAt: '2026-11-24T08:00:00.000Z',
  replyCount: 0,
  pinned: false,
  closed: false,
  bestAnswerId: null,
  asksAcknowledgement: false,
  author: bram,
  post: aPost(`${id}-p1`, { threadId: id }),
  latest: [],
  version: 1,
  mine: {
    readPosition: 1,
    lastPosition: 1,
    unread: 0,
    follow: null,
    bookmarked: false,
    acknowledgement: null,
  },
  ...part,
});

export const aCommunity = (id: string, part: Partial<CommunityView> = {}): CommunityView => ({
  id,
  kind: 'project',
  visibility: 'public',
  name: 'Nieuwbouw Noord',
  handle: null,
  purpose: null,
  startsOn: null,
  endsOn: null,
  status: null,
  hue: 40,
  picture: null,
  memberCount: 3,
  archivedAt: null,
  createdAt: '2026-11-24T08:00:00.000Z',
  version: 1,
  person: null,
  milestones: [],
  mine: { role: 'member', level: 'threads' },
  request: null,
  mayPost: true,
  mayManage: false,
  ...part,
});

export const pages = <Item>(...items: Item[]) => ({ pages: [{ items, next: null }], pageParams: [null] });
