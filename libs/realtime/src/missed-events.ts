import { Injectable } from '@nestjs/common';
import { Database, EventPresenters, type LoggedEvent, type PresentedEvent } from '#platform';
import type { Connection } from './connection.ts';
import { Delivery } from './delivery.ts';
import { MOST_REPLAYED } from './limits.ts';
import { LOG_ENDS, MISSED_EVENTS } from './missed-events.queries.ts';
import { Presentation } from './presentation.ts';
import { isStale, type RecentEvent } from './recent-events.ts';
import { SocketAccess } from './socket-access.ts';
import { TopicReach } from './topic-reach.ts';
/** What a socket may hear of the events between two positions: from memory when they are new, else from the log. */
@Injectable()
export class MissedEvents {
  private refreshing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly presenters: EventPresenters,
    private readonly presentation: Presentation,
    private readonly delivery: Delivery,
    private readonly access: SocketAccess,
    private readonly reach: TopicReach,
  ) {}

  /** The last number given, and the one up to which the log was cut off. */
  async logEnds(): Promise<{ head: number; floor: number }> {
    const [ends] = await this.database.run<{ head: number; floor: number }>(LOG_ENDS);
    return ends!;
  }

  /** Null when they are too many. */
  async between(connection: Connection, after: number, upTo: number): Promise<PresentedEvent[] | null> {
    const { recent } = this.delivery;
    if (!recent.knowsAllAfter(after)) return this.fromLog(connection, after, upTo);
    const heard = recent
      .after(after, upTo)
      .filter((entry) => (entry.presented || isStale(entry)) && this.mayHear(connection, entry.event));
    if (heard.length > MOST_REPLAYED) return null;
    const stale = heard.filter(isStale);
    if (stale.length > 0) await this.refresh(stale);
    const views = heard.flatMap(({ presented }) => presented ?? []);
    return this.stillHeard(connection, views, stale.length > 0);
  }

  /** One at a time: of a herd the first makes the views, and the others find them. */
  private refresh(entries: RecentEvent[]): Promise<void> {
    const turn = this.refreshing.then(() => this.refreshNow(entries.filter(isStale)));
    this.refreshing = turn.catch(() => undefined);
    return turn;
  }

  private async refreshNow(stale: RecentEvent[]): Promise<void> {
    if (stale.length === 0) return;
    const asOf = new Map(stale.map((entry) => [entry, entry.spoiled]));
    const made = await this.presentation.of(stale.map(({ event }) => event));
    const bySeq = new Map(made.map((each) => [each.event.seq, each]));
    for (const [entry, spoiled] of asOf) {
      entry.presented = bySeq.get(entry.event.seq) ?? null;
      entry.madeAfter = spoiled;
    }
  }

  private async fromLog(
    connection: Connection,
    after: number,
    upTo: number,
  ): Promise<PresentedEvent[] | null> {
    const places = [
      ...connection.communityIds,
      ...connection.watched.map(({ communityId }) => communityId),
      ...(await this.reach.placesStirred(connection, after)),
    ];
    const rows = await this.database.run<LoggedEvent>(MISSED_EVENTS, [
      connection.userId,
      [...new Set(places)],
      after,
      upTo,
      MOST_REPLAYED + 1,
      !connection.guest,
    ]);
    const heard = rows.filter((event) => this.mayHear(connection, event));
    if (rows.length > MOST_REPLAYED || heard.length > MOST_REPLAYED) return null;
    return this.stillHeard(connection, await this.presentation.of(heard), true);
  }

  /** Whether a view is worth making. */
  private mayHear(connection: Connection, event: LoggedEvent): boolean {
    return this.hears(connection, event) || (connection.topics.size > 0 && this.isOfThread(event));
  }

  private isOfThread(event: LoggedEvent): boolean {
    return event.threadId !== null && this.presenters.audienceOf(event) === 'community';
  }

  /** When views are newer than the access they were chosen by, what ended meanwhile comes first. */
  private async stillHeard(
    connection: Connection,
    views: PresentedEvent[],
    areNewer: boolean,
  ): Promise<PresentedEvent[]> {
    if (views.length === 0) return views;
    if (areNewer) this.access.revokeAhead(await this.access.revokedAhead(this.delivery.position));
    const others = views.filter(({ event }) => !this.hears(connection, event)).map(({ event }) => event);
    const byTopic = await this.reach.heardBy(connection, others);
    return views.filter(({ event }) => this.hears(connection, event) || byTopic.has(event));
  }

  private hears(connection: Connection, event: LoggedEvent): boolean {
    return connection.hears(event, this.presenters.audienceOf(event));
  }
}
