import type { ThreadKind } from '../types';
import type { Attachment } from '../uploads/uploads';

/** Something written here that the server has not yet confirmed. */
export interface Unsent {
  /** The id of the post-to-be, made here, so that sending twice stores once. */
  id: string;
  userId: string;
  to: { communityId: string } | { threadId: string };
  kind: ThreadKind;
  title: string | null;
  body: string;
  replyTo: string | null;
  /** Of an announcement; absent in what was written before Kring knew of it. */
  asksAcknowledgement?: boolean;
  /** What goes along; it is sent once all of them have arrived. */
  files: Attachment[];
  /** The draft that it was; the server drops it, up to this version, when it stores the post. */
  draft?: { place: string; version: number };
  createdAt: string;
  state: 'sending' | 'failed';
  /** Why it failed, as a problem's code and field codes; null while sending. */
  problem: { code: string; fields: { field: string; code: string }[] } | null;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'kring.outbox';

/** The unsent posts, kept in the browser's storage so that a reload loses nothing. */
export class Outbox {
  private items: readonly Unsent[];
  /** Whether what storage holds is what there is. */
  private isStored: boolean;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: Storage | null) {
    this.isStored = storage !== null;
    this.items = this.load() ?? [];
  }

  /** Other tabs write to the same storage: what they added or sent is taken over before anything changes here. */
  refresh(): void {
    const stored = this.load();
    if (!stored || JSON.stringify(stored) === JSON.stringify(this.items)) return;
    this.items = stored;
    for (const listener of this.listeners) listener();
  }

  all(): readonly Unsent[] {
    return this.items;
  }

  find(id: string): Unsent | undefined {
    return this.items.find((item) => item.id === id);
  }

  /** Adds it, or replaces the one of the same id. */
  put(unsent: Unsent): void {
    this.items = this.load() ?? this.items;
    const known = this.find(unsent.id);
    this.keep(known ? this.items.map((item) => (item === known ? unsent : item)) : [...this.items, unsent]);
  }

  remove(id: string): void {
    this.items = this.load() ?? this.items;
    if (this.find(id)) this.keep(this.items.filter((item) => item.id !== id));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private keep(items: readonly Unsent[]): void {
    this.items = items;
    try {
      if (items.length === 0) this.storage?.removeItem(KEY);
      else this.storage?.setItem(KEY, JSON.stringify(items));
      this.isStored = this.storage !== null;
    } catch {
      this.isStored = false;
      // Storage is full or forbidden: the items live as long as this page.
    }
    for (const listener of this.listeners) listener();
  }

  private load(): readonly Unsent[] | null {
    if (!this.isStored) return null;
    try {
      const stored: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '[]');
      return Array.isArray(stored) ? (stored as Unsent[]) : [];
    } catch {
      return null;
    }
  }
}
