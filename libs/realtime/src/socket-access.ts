import { Injectable } from '@nestjs/common';
import { Database, type LoggedEvent } from '#platform';
import { PUBLIC_AMONG, REVOKED_AHEAD } from './access.queries.ts';
import type { Connection } from './connection.ts';
import { Connections } from './connections.ts';

/** Which communities of a batch everybody may read, as the database says now. */
export type PublicCommunities = ReadonlySet<string>;

type Revoking = Pick<LoggedEvent, 'type' | 'communityId' | 'userId' | 'data'>;

/** What a client may not wait for, though it is not its turn in the log yet. */
export interface RevokedAhead {
  events: Revoking[];
  open: PublicCommunities;
}

export const NOTHING_AHEAD: RevokedAhead = { events: [], open: new Set() };

const MAY_CLOSE = new Set(['membership.ended', 'community.changed', 'community.hidden']);

/**
 * Keeps the sockets' access equal to what the log says. Applied at the place of the event, before anything later
 * is told; taking away is done for the whole batch beforehand, because views are made from the state of now.
 */
@Injectable()
export class SocketAccess {
  constructor(
    private readonly database: Database,
    private readonly connections: Connections,
  ) {}

  /** What has to be known to apply these events; asked first, so that applying needs no waiting. */
  async publicAmong(events: LoggedEvent[]): Promise<PublicCommunities> {
    const ids = new Set(
      events.filter(({ type }) => MAY_CLOSE.has(type)).map(({ communityId }) => communityId),
    );
    if (ids.size === 0) return new Set();
    const rows = await this.database.run<{ id: string }>(PUBLIC_AMONG, [[...ids]]);
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Views are made from the state of now, which is ahead of the log: whoever made one asks here, afterwards, who
   * may not see that state any more.
   */
  async revokedAhead(position: number): Promise<RevokedAhead> {
    const events = await this.database.run<Revoking & { open: boolean | null }>(REVOKED_AHEAD, [position]);
    if (events.length === 0) return NOTHING_AHEAD;
    return { events, open: new Set(events.flatMap(({ communityId, open }) => (open && communityId) || [])) };
  }

  revokeAhead({ events, open }: RevokedAhead): void {
    for (const event of events) this.revoke(event, open);
  }

  revoke(event: Revoking, open: PublicCommunities): void {
    const { type, communityId, userId, data } = event;
    if (type === 'membership.ended')
      for (const connection of this.connections.of(userId!)) {
        connection.leave(communityId!);
        if (connection.guest || !open.has(communityId!)) connection.stopReading(communityId!);
      }
    else if (MAY_CLOSE.has(type) && !open.has(communityId!))
      for (const connection of this.connections.all()) connection.stopReading(communityId!);
    else if (type === 'user.deactivated') this.each(userId, (connection) => connection.end());
    else if (type === 'session.ended') this.endSessions(userId, data.sessionIds);
    else if (type === 'user.changed' && data.role !== undefined)
      this.each(userId, (connection) => connection.restart());
  }

  apply(event: LoggedEvent, open: PublicCommunities): void {
    if (event.type === 'membership.started')
      this.each(event.userId, (connection) => connection.enter(event.communityId!));
    else if (event.type === 'topic.followed')
      this.each(event.userId, (connection) => connection.followTopic(String(event.data.topic)));
    else if (event.type === 'topic.unfollowed')
      this.each(event.userId, (connection) => connection.unfollowTopic(String(event.data.topic)));
    else this.revoke(event, open);
  }

  private endSessions(userId: string | null, sessionIds: unknown): void {
    const ended = new Set(Array.isArray(sessionIds) ? sessionIds : []);
    this.each(userId, (connection) => {
      if (ended.has(connection.viewer.sessionId)) connection.end();
    });
  }

  private each(userId: string | null, act: (connection: Connection) => void): void {
    for (const connection of [...this.connections.of(userId ?? '')]) act(connection);
  }
}
