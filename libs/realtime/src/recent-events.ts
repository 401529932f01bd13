import type { LoggedEvent, PresentedEvent } from '#platform';

const KEPT = 2_000;

/** Telling these again as they were made gives nothing away that was taken back since. */
const TAKES_NOTHING_BACK =
  /^(thread\.(started|marked)|post\.(replied|reacted)|community\.(created|read|marked)|membership\.|notification\.|request\.|invitation\.|session\.|topic\.|user\.joined)/;

export interface RecentEvent {
  event: LoggedEvent;
  /** Null when it is told to nobody. */
  presented: PresentedEvent | null;
  /** How often something of it was edited or deleted, and how often when this view was made. */
  spoiled: number;
  madeAfter: number;
}

/** Has to be made anew before it is told again. */
export const isStale = ({ spoiled, madeAfter }: RecentEvent): boolean => spoiled > madeAfter;

/** The newest events as they were told, so that a herd of returning clients costs the database nothing. */
export class RecentEvents {
  private entries: RecentEvent[] = [];

  /** `from` is the position after which it knows everything. */
  constructor(private from: number) {}

  /** @param made those whose view was tried; of the others it is made when somebody comes back for it */
  add(events: LoggedEvent[], presented: PresentedEvent[], made: ReadonlySet<LoggedEvent>): void {
    const bySeq = new Map(presented.map((each) => [each.event.seq, each]));
    this.spoilBy(events);
    for (const event of events)
      this.entries.push({
        event,
        presented: bySeq.get(event.seq) ?? null,
        spoiled: 0,
        madeAfter: made.has(event) ? 0 : -1,
      });
    if (this.entries.length > 2 * KEPT) {
      this.entries = this.entries.slice(-KEPT);
      this.from = this.entries[0]!.event.seq - 1;
    }
  }

  /** Forgets everything up to `position`: what came before it is not known. */
  restart(position: number): void {
    this.entries = [];
    this.from = position;
  }

  knowsAllAfter(position: number): boolean {
    return position >= this.from;
  }

  after(position: number, upTo: number): RecentEvent[] {
    const first = this.entries.findIndex(({ event }) => event.seq > position);
    return first < 0 ? [] : this.entries.slice(first).filter(({ event }) => event.seq <= upTo);
  }

  private spoilBy(events: LoggedEvent[]): void {
    const spoiling = events.filter(({ type }) => !TAKES_NOTHING_BACK.test(type));
    if (spoiling.length === 0) return;
    const everything = spoiling.some(({ communityId }) => communityId === null);
    const threads = new Set(spoiling.map(({ threadId }) => threadId).filter(Boolean));
    const communities = new Set(
      spoiling.filter(({ threadId }) => !threadId).map(({ communityId }) => communityId),
    );
    for (const entry of this.entries)
      if (everything || threads.has(entry.event.threadId) || communities.has(entry.event.communityId))
        entry.spoiled++;
  }
}
