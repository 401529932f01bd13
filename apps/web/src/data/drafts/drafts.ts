import type { ThreadKind } from '../types';
import type { Attachment } from '../uploads/uploads';

/** What somebody is writing at one place: a community's composer or a thread's reply box. */
export interface Draft {
  body: string;
  title: string;
  kind: ThreadKind;
  replyTo: string | null;
  /** Of an announcement: everybody is to be asked to confirm that they read it. */
  asksAcknowledgement: boolean;
  files: Attachment[];
}

/** A draft, and how it stands to the server's. */
export interface KeptDraft extends Draft {
  /** The server's version that it goes on from; 0 for none. */
  base: number;
  /** Written here since. */
  isAhead: boolean;
  writtenAt: number;
  /** The post that it was sent as. The field is empty; the server's draft stays until the post is stored. */
  sentAs: string | null;
  /** The words that left the field here last, sent or thrown away. What still comes of them is no new text. */
  left: string | null;
}

export const emptyDraft: Draft = {
  body: '',
  title: '',
  kind: 'update',
  replyTo: null,
  asksAcknowledgement: false,
  files: [],
};
const nothing: KeptDraft = { ...emptyDraft, base: 0, isAhead: false, writtenAt: 0, sentAs: null, left: null };

export const isEmpty = ({ body, title, files }: Draft): boolean =>
  body === '' && title === '' && files.length === 0;

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const WAIT_MS = 250;

/** Drafts in the browser's storage, written at most 250 ms after a keystroke and at once by `flush`. */
export class Drafts {
  private readonly known = new Map<string, KeptDraft>();
  private readonly waiting = new Set<string>();
  private readonly listeners = new Set<(userId: string, place: string) => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly storage: Storage | null) {}

  /** The same object until it changes. */
  read(userId: string, place: string): KeptDraft {
    const key = keyOf(userId, place);
    const known = this.known.get(key) ?? this.load(key);
    this.known.set(key, known);
    return known;
  }

  /** Written here, by hand. */
  write(userId: string, place: string, draft: Draft): void {
    const { base, body, left: before } = this.read(userId, place);
    const left = isEmpty(draft) ? body || before : null;
    this.put(userId, place, { ...draft, base, isAhead: true, writtenAt: Date.now(), sentAs: null, left });
  }

  clear(userId: string, place: string): void {
    this.write(userId, place, emptyDraft);
    this.flush();
  }

  /** The server dropped it by itself. */
  forget(userId: string, place: string): void {
    this.put(userId, place, nothing);
  }

  /** It goes as this post, which the server stores in its place. */
  send(userId: string, place: string, postId: string): void {
    const { base, body: left } = this.read(userId, place);
    this.put(userId, place, { ...nothing, base, sentAs: postId, left });
    this.flush();
  }

  /** The post is stored, and took the server's draft along, up to this version. */
  settle(userId: string, place: string, postId: string, version: number): void {
    const { sentAs, base } = this.read(userId, place);
    if (sentAs !== postId) return;
    // What came to the server while it was being sent is no newer text.
    if (base > version) this.clear(userId, place);
    else this.forget(userId, place);
  }

  /** As it stands with the server now. */
  put(userId: string, place: string, draft: KeptDraft): void {
    const key = keyOf(userId, place);
    this.known.set(key, draft);
    this.waiting.add(key);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), WAIT_MS);
    for (const listener of this.listeners) listener(userId, place);
  }

  /** Every place where this person has written something, or threw away what the server still has. */
  places(userId: string): string[] {
    const prefix = keyOf(userId, '');
    const keys = new Set([...this.known.keys(), ...this.storedKeys()]);
    return [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  subscribe(listener: (userId: string, place: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  flush(): void {
    clearTimeout(this.timer);
    for (const key of this.waiting) this.store(key, this.known.get(key)!);
    this.waiting.clear();
  }

  private load(key: string): KeptDraft {
    try {
      const stored: unknown = JSON.parse(this.storage?.getItem(key) ?? 'null');
      return typeof stored === 'object' && stored !== null ? { ...nothing, ...stored } : nothing;
    } catch {
      return nothing;
    }
  }

  private store(key: string, draft: KeptDraft): void {
    try {
      if (isEmpty(draft) && draft.base === 0 && draft.sentAs === null) this.storage?.removeItem(key);
      else this.storage?.setItem(key, JSON.stringify(draft));
    } catch {
      // Storage is full or forbidden: the draft lives in the field alone.
    }
  }

  private storedKeys(): string[] {
    try {
      return Array.from({ length: this.storage?.length ?? 0 }, (_, index) => this.storage!.key(index) ?? '');
    } catch {
      return [];
    }
  }
}

const keyOf = (userId: string, place: string) => `draft:${userId}:${place}`;
