import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Server } from 'socket.io';
import {
  EventPresenters,
  EventTail,
  type LoggedEvent,
  Metrics,
  type Observer,
  type PresentedEvent,
} from '#platform';
import { Connections } from './connections.ts';
import { Presentation, patiently } from './presentation.ts';
import { RecentEvents } from './recent-events.ts';
import { followersOf, roomsFor } from './rooms.ts';
import { NOTHING_AHEAD, type RevokedAhead, SocketAccess } from './socket-access.ts';
import { TopicReach } from './topic-reach.ts';

/** Of public threads: whoever follows one of these hears of the event. */
type Topics = Map<LoggedEvent, string[]>;

const ENTERS = new Set(['membership.started', 'topic.followed']);

/** What a client gets of an event: docs/realtime.md. */
export const told = ({ event, data }: PresentedEvent) => ({
  seq: event.seq,
  type: event.type,
  communityId: event.communityId,
  ...(event.threadId && { threadId: event.threadId }),
  data,
});

/** Hands the log to this process's sockets, in order, each event encoded once for all who hear it. */
@Injectable()
export class Delivery implements OnModuleInit {
  private readonly log = new Logger('Delivery');
  private server: Server | null = null;
  private recentEvents: RecentEvents | null = null;
  private last = 0;
  private readonly took: Observer;

  constructor(
    private readonly tail: EventTail,
    private readonly presenters: EventPresenters,
    private readonly presentation: Presentation,
    private readonly access: SocketAccess,
    private readonly reach: TopicReach,
    private readonly connections: Connections,
    metrics: Metrics,
  ) {
    metrics.gauge('kring_sockets', 'Open sockets', () => connections.size);
    this.took = metrics.histogram('kring_event_delivery_seconds', 'From writing something until it was told');
  }

  onModuleInit(): void {
    this.tail.onEvents((events) => this.deliver(events));
  }

  through(server: Server): void {
    this.server = server;
  }

  /** Everything up to here was told to whoever is live. Moves in one step with the telling. */
  get position(): number {
    return Math.max(this.last, this.tail.position);
  }

  get recent(): RecentEvents {
    this.recentEvents ??= new RecentEvents(this.position);
    return this.recentEvents;
  }

  private async deliver(events: LoggedEvent[]): Promise<void> {
    const { recent } = this;
    const last = events.at(-1)!.seq;
    try {
      const open = await patiently(() => this.access.publicAmong(events));
      const { heard, presented, ahead, topics } = await this.viewsOf(events);
      // From here to the end nothing waits: a socket that joins has missed all of it or none.
      const bySeq = new Map(presented.map((each) => [each.event.seq, each]));
      this.access.revokeAhead(ahead);
      for (const event of events) this.access.revoke(event, open);
      for (const event of events) {
        this.access.apply(event, open);
        this.tell(bySeq.get(event.seq), topics);
      }
      recent.add(events, presented, heard);
    } catch (error) {
      // Nobody may go on with a gap: all come back and ask for what they missed.
      this.log.error(`Cannot tell events up to ${last}, sends all away: ${(error as Error).stack}`);
      for (const connection of [...this.connections.all()]) connection.restart();
      recent.restart(last);
    }
    this.last = last;
  }

  /** Asks again after waiting: whoever came meanwhile is told what is theirs too. */
  private async viewsOf(events: LoggedEvent[]): Promise<{
    heard: Set<LoggedEvent>;
    presented: PresentedEvent[];
    ahead: RevokedAhead;
    topics: Topics;
  }> {
    const heard = new Set<LoggedEvent>();
    const presented: PresentedEvent[] = [];
    let ahead = NOTHING_AHEAD;
    let topics: Topics = new Map();
    for (;;) {
      const isHeard = this.hearing(events);
      const more = events.filter((event) => !heard.has(event) && isHeard(event));
      if (more.length === 0) return { heard, presented, ahead, topics };
      for (const event of more) heard.add(event);
      presented.push(...(await this.presentation.of(more)));
      ahead = await patiently(() => this.access.revokedAhead(events.at(-1)!.seq));
      topics = await this.topicsOf(events, presented);
    }
  }

  /** For whoever is not here no view is made: an announcement to 50,000 people names each of them. */
  private hearing(events: LoggedEvent[]): (event: LoggedEvent) => boolean {
    const rooms = this.server?.sockets.adapter.rooms ?? new Map();
    const entering = this.someEnter(events);
    const byTopic = entering || this.connections.followTopics;
    return (event) => {
      const audience = this.presenters.audienceOf(event);
      return (
        (entering && audience !== 'nobody') ||
        (byTopic && audience === 'community' && event.threadId !== null) ||
        roomsFor(audience, event).some((room) => rooms.has(room))
      );
    };
  }

  /** Whether these events lead somebody into rooms, who then hears what comes after them. */
  private someEnter(events: LoggedEvent[]): boolean {
    return events.some(({ type, userId }) => ENTERS.has(type) && this.connections.of(userId ?? '').size > 0);
  }

  private async topicsOf(events: LoggedEvent[], presented: PresentedEvent[]): Promise<Topics> {
    if (!this.connections.followTopics && !this.someEnter(events)) return new Map();
    return patiently(() => this.reach.topicsOf(presented.filter(isOfCommunity).map(({ event }) => event)));
  }

  private tell(presented: PresentedEvent | undefined, topics: Topics): void {
    if (!presented || !this.server) return;
    const followed = isOfCommunity(presented) ? (topics.get(presented.event) ?? []) : [];
    const rooms = [...roomsFor(presented.audience, presented.event), ...followed.map(followersOf)];
    if (rooms.length === 0) return;
    this.server.to(rooms).emit('event', told(presented));
    this.took(Math.max(0, Date.now() - presented.event.at.getTime()));
  }
}

/** What is for one person's eyes stays with them, whatever the thread is about. */
const isOfCommunity = ({ audience }: PresentedEvent): boolean => audience === 'community';
