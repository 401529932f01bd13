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
  /** What goes along; it is sent once all of them have arrived. */
  files: Attachment[];
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
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: Storage | null) {
    this.items = this.load();
  }

  all(): readonly Unsent[] {
    return this.items;
  }

  find(id: string): Unsent | undefined {
    return this.items.find((item) => item.id === id);
  }

  /** Adds it, or replaces the one of the same id. */
  put(unsent: Unsent): void {
    const known = this.find(unsent.id);
    this.keep(known ? this.items.map((item) => (item === known ? unsent : item)) : [...this.items, unsent]);
  }

  remove(id: string): void {
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
    } catch {
      // Storage is full or forbidden: the items live as long as this page.
    }
    for (const listener of this.listeners) listener();
  }

  private load(): readonly Unsent[] {
    try {
      const stored: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '[]');
      return Array.isArray(stored) ? (stored as Unsent[]) : [];
    } catch {
      return [];
    }
  }
}
