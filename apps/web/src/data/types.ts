/**
 * The shapes the server answers with, as the client calls them.
 *
 * TO BE REPLACED: once `api.d.ts` is generated from the server's OpenAPI, each of these becomes
 * `components['schemas'][...]`. Everything else imports shapes from here and nowhere else, so that the
 * swap is this one file.
 */

export type Role = 'member' | 'guest' | 'admin' | 'bot';
export type CommunityKind = 'project' | 'group' | 'company' | 'person' | 'conversation';
export type Visibility = 'public' | 'private' | 'secret';
export type MembershipRole = 'member' | 'moderator' | 'owner';
export type Level = 'all' | 'threads' | 'mentions' | 'none';
export type ThreadKind = 'update' | 'question' | 'poll' | 'praise' | 'announcement';
export type Sort = 'activity' | 'newest';

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface PersonChip {
  id: string;
  name: string;
  handle: string;
  title: string | null;
  portrait: string | null;
}

export interface UserView extends PersonChip {
  role: Role;
  email: string | null;
  department: string | null;
  location: string | null;
  manager: PersonChip | null;
  timeZone: string;
  language: string;
  skills: string[];
  phone: string | null;
  about: string | null;
  deactivated: boolean;
  /** Guests have none. */
  personCommunityId: string | null;
  createdAt: string;
  version: number;
}

export interface SessionView {
  user: UserView & { email: string; language: string; timeZone: string };
  organisation: { id: string; name: string };
  companyCommunityId: string;
  seq: number;
}

export interface CommunityRef {
  id: string;
  name: string;
  kind: CommunityKind;
  hue: number;
  visibility: Visibility;
}

export interface Milestone {
  id: string;
  title: string;
  dueOn: string | null;
  doneAt: string | null;
}

export interface CommunityView extends CommunityRef {
  handle: string | null;
  purpose: string | null;
  startsOn: string | null;
  endsOn: string | null;
  status: 'planned' | 'active' | 'done' | null;
  picture: string | null;
  memberCount: number;
  archivedAt: string | null;
  createdAt: string;
  version: number;
  person: PersonChip | null;
  members?: PersonChip[];
  milestones: Milestone[];
  mine: { role: MembershipRole; level: Level } | null;
  request: 'pending' | 'invited' | null;
  mayPost: boolean;
  mayManage: boolean;
}

export interface MemberView {
  user: PersonChip;
  role: MembershipRole;
  joinedAt: string;
}

export interface FileView {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  width: number | null;
  height: number | null;
  url: string;
}

export interface Reaction {
  emoji: string;
  count: number;
}

export interface PostView {
  id: string;
  threadId: string;
  position: number;
  author: PersonChip;
  body: string;
  html: string;
  replyTo: string | null;
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
  deletedBy: 'author' | 'moderator' | null;
  version: number;
  reactions: Reaction[];
  /** Absent in socket events, which are the same for every viewer. */
  mine?: { reactions: string[] };
  files: FileView[];
  mentions: { id: string; name: string; handle: string }[];
}

export interface MyThread {
  readPosition: number;
  lastPosition: number;
  unread: number;
  follow: 'following' | 'muted' | null;
  bookmarked: boolean;
}

export interface ThreadView {
  id: string;
  communityId: string;
  community: CommunityRef;
  kind: ThreadKind;
  title: string | null;
  createdAt: string;
  activityAt: string;
  replyCount: number;
  pinned: boolean;
  closed: boolean;
  bestAnswerId: string | null;
  author: PersonChip;
  post: PostView;
  latest: PostView[];
  version: number;
  /** Absent in socket events; `withMine` fills it in. */
  mine?: MyThread;
}

export interface ThreadPage extends Page<ThreadView> {
  pinned?: ThreadView[];
  /** Only in the cache: threads others started since this page was read, behind the "3 new" line. */
  arrivals?: ThreadView[];
  /** Only in the cache: threads outside the loaded pages that got replies since. */
  stirred?: string[];
}

export interface PostEdit {
  version: number;
  body: string;
  html: string;
  editedAt: string;
  editedBy: PersonChip;
}

export interface NotificationView {
  id: string;
  kind: 'mention' | 'reply' | 'reaction' | 'invitation' | 'request' | 'announcement' | 'thread';
  actors: PersonChip[];
  actorCount: number;
  community: { id: string; name: string; kind: CommunityKind } | null;
  threadId: string | null;
  postId: string | null;
  excerpt: string | null;
  emoji?: string | null;
  createdAt: string;
  updatedAt: string;
  read: boolean;
}
