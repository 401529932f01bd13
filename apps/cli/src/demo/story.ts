import type { Look } from './portrait-hair.ts';

/** What `kring seed --demo` puts into an empty installation. Plain data: people by handle, communities by key. */
export interface DemoOrganisation {
  name: string;
  people: DemoPerson[];
  communities: DemoCommunity[];
  /** Who follows whose stream. */
  follows: { follower: string; person: string }[];
  /** Oldest first. */
  threads: DemoThread[];
}

export interface DemoPerson {
  handle: string;
  name: string;
  email: string;
  role: 'admin' | 'member' | 'guest';
  title: string;
  department: string;
  location: string;
  /** Handle of the manager; the director has none. Managers stand before those whom they manage. */
  manager: string | null;
  language: 'nl' | 'en';
  skills: string[];
  phone: string;
  /** For `drawPortrait(handle, look)`. */
  look: Look;
}

export interface DemoCommunity {
  key: string;
  kind: 'company' | 'project' | 'group' | 'conversation';
  visibility: 'public' | 'private' | 'secret';
  name: string;
  /** Null for conversations, which nobody mentions. */
  handle: string | null;
  purpose: string;
  /** Days as YYYY-MM-DD, for projects. */
  startsOn: string | null;
  endsOn: string | null;
  status: 'planned' | 'active' | 'done' | null;
  milestones: { title: string; dueOn: string; doneAt: Date | null }[];
  members: { handle: string; role: 'member' | 'moderator' | 'owner' }[];
}

export interface DemoThread {
  /** The key of a community, or `streamOf(handle)` for a person's own stream. */
  community: string;
  kind: 'update' | 'question' | 'announcement';
  title: string | null;
  pinned: boolean;
  /** Who bookmarked it, by handle. */
  keptBy: string[];
  /** The opening post, then the replies, in order of time. */
  posts: DemoPost[];
  /** Index in `posts` of the best answer. */
  bestAnswer: number | null;
}

export interface DemoPost {
  author: string;
  /** Markdown. */
  body: string;
  at: Date;
  reactions: { handle: string; emoji: string }[];
}

const STREAM = 'person:';

/** The community key of somebody's own stream, which every user has from the start. */
export function streamOf(handle: string): string {
  return STREAM + handle;
}

/** Whose stream a community key means, or null when it is not a stream. */
export function personOfStream(key: string): string | null {
  return key.startsWith(STREAM) ? key.slice(STREAM.length) : null;
}
