import type { Socket } from 'socket.io';
import type { Viewer } from '#access';
import type { Audience, LoggedEvent } from '#platform';
import { devicesOf, EMPLOYEES, followersOf, membersOf, readersOf, roomsFor, watchersOf } from './rooms.ts';

/** A community, or one thread of it, that a reader has open without being a member. */
export interface Watch {
  communityId: string;
  threadId: string | null;
}

/** What the database says that a person may hear. */
export interface CurrentAccess {
  guest: boolean;
  communityIds: string[];
  topics: string[];
}

const NONE: ReadonlySet<string> = new Set();

const roomOf = ({ communityId, threadId }: Watch): string =>
  threadId ? watchersOf(threadId) : readersOf(communityId);

/**
 * One socket of one person: what it may hear. Rooms are joined only while it is live, so that nothing reaches it
 * out of order while it is catching up.
 */
export class Connection {
  live = false;
  /** Counts changes of its access. Whoever reads access from the database compares it before and after. */
  changes = 0;
  guest: boolean;
  private memberOf = new Set<string>();
  /** Followed ones; guests read nothing by topic. */
  private followed = new Set<string>();
  private readonly watches = new Map<string, Watch>();

  constructor(
    readonly socket: Socket,
    readonly viewer: Viewer,
  ) {
    this.guest = viewer.guest;
  }

  get userId(): string {
    return this.viewer.userId;
  }

  get open(): boolean {
    return this.socket.connected;
  }

  get communityIds(): string[] {
    return [...this.memberOf];
  }

  get topics(): ReadonlySet<string> {
    return this.guest ? NONE : this.followed;
  }

  get watched(): Watch[] {
    return [...this.watches.values()];
  }

  /** What the database says now about this person. */
  startAnew({ guest, communityIds, topics }: CurrentAccess): void {
    this.guest = guest;
    this.memberOf = new Set(communityIds);
    this.followed = new Set(topics);
  }

  pause(): void {
    this.live = false;
    for (const room of this.socket.rooms) if (room !== this.socket.id) void this.socket.leave(room);
  }

  goLive(): void {
    this.live = true;
    void this.socket.join([
      devicesOf(this.userId),
      ...(this.guest ? [] : [EMPLOYEES]),
      ...this.communityIds.map(membersOf),
      ...[...this.topics].map(followersOf),
      ...this.watches.keys(),
    ]);
  }

  isMemberOf(communityId: string): boolean {
    return this.memberOf.has(communityId);
  }

  enter(communityId: string): void {
    this.changes++;
    this.memberOf.add(communityId);
    if (this.live) void this.socket.join(membersOf(communityId));
  }

  leave(communityId: string): void {
    this.changes++;
    this.memberOf.delete(communityId);
    void this.socket.leave(membersOf(communityId));
  }

  followTopic(topic: string): void {
    this.changes++;
    this.followed.add(topic);
    if (this.live && this.topics.has(topic)) void this.socket.join(followersOf(topic));
  }

  unfollowTopic(topic: string): void {
    this.changes++;
    this.followed.delete(topic);
    void this.socket.leave(followersOf(topic));
  }

  watch(watch: Watch): void {
    const room = roomOf(watch);
    this.watches.set(room, watch);
    if (this.live) void this.socket.join(room);
  }

  unwatch(watch: Pick<Watch, 'threadId'> & { communityId?: string }): void {
    const room = watch.threadId ? watchersOf(watch.threadId) : readersOf(watch.communityId!);
    this.watches.delete(room);
    void this.socket.leave(room);
  }

  watchesThread(threadId: string): boolean {
    return this.watches.has(watchersOf(threadId));
  }

  get watchCount(): number {
    return this.watches.size;
  }

  /** The community cannot be read by everybody any more. */
  stopReading(communityId: string): void {
    this.changes++;
    if (this.isMemberOf(communityId)) return;
    for (const watch of this.watches.values()) if (watch.communityId === communityId) this.unwatch(watch);
  }

  /** The same question that rooms answer for live events, for those that were missed. */
  hears(event: LoggedEvent, audience: Audience): boolean {
    return roomsFor(audience, event).some(
      (room) =>
        room === devicesOf(this.userId) ||
        (room === EMPLOYEES && !this.guest) ||
        this.watches.has(room) ||
        (event.communityId !== null &&
          room === membersOf(event.communityId) &&
          this.isMemberOf(event.communityId)),
    );
  }

  /** Its log-in is over: it must not come back by itself. */
  end(): void {
    this.pause();
    this.socket.emit('session-ended', {});
    this.socket.disconnect(true);
  }

  /** It has to begin again: comes back, is authenticated and resumes. */
  restart(): void {
    this.pause();
    this.socket.conn.close();
  }
}
