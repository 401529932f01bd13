import { asProblem } from '../problem';
import type { DraftView, KeepDraft } from '../types';
import { settled } from '../uploads/uploads';
import { type Draft, type Drafts, emptyDraft, isEmpty, type KeptDraft } from './drafts';

/** What the server offers; another one in specs. */
export interface DraftServer {
  list(): Promise<DraftView[]>;
  keep(place: string, draft: KeepDraft): Promise<DraftView>;
  drop(place: string): Promise<void>;
}

/** After the last keystroke, and at most so long after the first. */
const PAUSE_MS = 1500;
const LONGEST_MS = 8000;
const AGAIN_MS = 15_000;
/** Whoever wrote a moment ago is still at it: what comes from elsewhere waits so long. */
const BUSY_MS = 5000;
/** What was on its way to the server when it was thrown away here is there by then. */
const ON_ITS_WAY_MS = 60_000;

/**
 * Brings what is written here to the server, and what is written elsewhere here. Where both wrote, the one who
 * writes last keeps the place; nothing changes under the fingers of somebody who is writing.
 */
export class DraftSync {
  private readonly timers = new Map<string, { timer: ReturnType<typeof setTimeout>; since: number }>();
  private readonly underWay = new Set<string>();
  private readonly late = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly userId: string,
    private readonly drafts: Drafts,
    private readonly server: DraftServer,
  ) {
    this.unsubscribe = drafts.subscribe((owner, place) => {
      if (owner === userId && drafts.read(userId, place).isAhead) this.soon(place);
    });
  }

  stop(): void {
    this.unsubscribe();
    for (const { timer } of this.timers.values()) clearTimeout(timer);
    for (const timer of this.late.values()) clearTimeout(timer);
  }

  /** At the start, and whenever there may be something we missed. */
  async catchUp(): Promise<void> {
    const theirs = new Map((await this.server.list()).map((draft) => [draft.place, draft]));
    for (const draft of theirs.values()) this.hear(draft.place, draft);
    for (const place of this.drafts.places(this.userId)) {
      const mine = this.drafts.read(this.userId, place);
      if (mine.isAhead) void this.push(place);
      else if (!theirs.has(place) && mine.base > 0) this.hear(place, null);
    }
  }

  /** What the server says of a place: its draft by now, or that there is none. */
  hear(place: string, theirs: DraftView | null): void {
    const mine = this.drafts.read(this.userId, place);
    if (theirs && theirs.version > mine.base && isWhatLeft(mine, theirs)) {
      // Its post takes it along; what was thrown away is dropped there as well.
      this.drafts.put(this.userId, place, { ...mine, base: theirs.version, isAhead: mine.sentAs === null });
      return;
    }
    if (mine.isAhead || (theirs ? theirs.version <= mine.base : mine.base === 0 && isEmpty(mine))) return;
    // It is what was on its way from here when it was sent.
    if (mine.sentAs !== null && this.underWay.has(place)) return;
    clearTimeout(this.late.get(place));
    const wait = mine.writtenAt + BUSY_MS - Date.now();
    if (wait > 0)
      this.late.set(
        place,
        setTimeout(() => this.hear(place, theirs), wait),
      );
    else this.drafts.put(this.userId, place, adopted(theirs));
  }

  private soon(place: string): void {
    const since = this.timers.get(place)?.since ?? Date.now();
    clearTimeout(this.timers.get(place)?.timer);
    const wait = Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - Date.now()));
    this.timers.set(place, { since, timer: setTimeout(() => void this.push(place), wait) });
  }

  private async push(place: string): Promise<void> {
    clearTimeout(this.timers.get(place)?.timer);
    this.timers.delete(place);
    const sent = this.drafts.read(this.userId, place);
    if (!sent.isAhead) return;
    if (this.underWay.has(place)) return this.soon(place);
    this.underWay.add(place);
    let base: number | null = null;
    try {
      base = await this.deliver(place, sent);
    } catch (error) {
      const problem = asProblem(error);
      const current = problem.code === 'stale-version' ? (problem.more.current as DraftView) : null;
      // Somebody wrote elsewhere; here it was written later. What was sent from here does not take that along.
      if (current) this.rebase(place, current.version);
      else if (problem.mayPass) setTimeout(() => void this.push(place), problem.retryAfterMs ?? AGAIN_MS);
    } finally {
      this.underWay.delete(place);
    }
    if (base === null) return;
    const now = this.drafts.read(this.userId, place);
    this.drafts.put(this.userId, place, { ...now, base, isAhead: now.sentAs === null && !isSame(now, sent) });
  }

  private async deliver(place: string, draft: KeptDraft): Promise<number> {
    if (isEmpty(draft)) {
      if (draft.base > 0) await this.server.drop(place);
      return 0;
    }
    const { body, title, kind, replyTo, asksAcknowledgement, base: version } = draft;
    const fileIds = draft.files.map(settled).flatMap(({ file }) => file?.id ?? []);
    const kept = { body, title, kind, replyTo, asksAcknowledgement, fileIds, version };
    return (await this.server.keep(place, kept)).version;
  }

  private rebase(place: string, base: number): void {
    const now = this.drafts.read(this.userId, place);
    if (now.sentAs === null) this.drafts.put(this.userId, place, { ...now, base });
  }
}

const isSame = (one: Draft, other: Draft): boolean =>
  one.body === other.body &&
  one.title === other.title &&
  one.kind === other.kind &&
  one.replyTo === other.replyTo &&
  one.asksAcknowledgement === other.asksAcknowledgement &&
  one.files === other.files;

const isWhatLeft = (mine: KeptDraft, { body }: DraftView): boolean =>
  isEmpty(mine) &&
  mine.left?.trim() === body.trim() &&
  (mine.sentAs !== null || Date.now() - mine.writtenAt < ON_ITS_WAY_MS);

function adopted(theirs: DraftView | null): KeptDraft {
  const { version: base, files } = theirs ?? { version: 0, files: [] };
  const { body, title, kind, replyTo, asksAcknowledgement } = theirs ?? emptyDraft;
  return {
    ...{
      body,
      title,
      kind,
      replyTo,
      asksAcknowledgement,
      base,
      isAhead: false,
      writtenAt: 0,
      sentAs: null,
      left: null,
    },
    files: files.map((file) => ({
      ...{ key: file.id, name: file.name, size: file.size, mediaType: file.mediaType, file },
    })),
  };
}
