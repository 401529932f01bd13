import type { ThreadKind } from '../types';
import type { Attachment } from '../uploads/uploads';

/** What somebody is writing at one place: a community's composer or a thread's reply box. */
export interface Draft {
  body: string;
  title: string;
  kind: ThreadKind;
  replyTo: string | null;
  files: Attachment[];
}

export const emptyDraft: Draft = { body: '', title: '', kind: 'update', replyTo: null, files: [] };

export const isEmpty = ({ body, title, files }: Draft): boolean =>
  body === '' && title === '' && files.length === 0;

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const WAIT_MS = 250;

/** Drafts in the browser's storage, written at most 250 ms after a keystroke and at once by `flush`. */
export class Drafts {
  private readonly waiting = new Map<string, Draft>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly storage: Storage | null) {}

  read(userId: string, placeId: string): Draft {
    const key = keyOf(userId, placeId);
    const waiting = this.waiting.get(key);
    if (waiting) return waiting;
    try {
      const stored: unknown = JSON.parse(this.storage?.getItem(key) ?? 'null');
      return typeof stored === 'object' ? { ...emptyDraft, ...stored } : emptyDraft;
    } catch {
      return emptyDraft;
    }
  }

  write(userId: string, placeId: string, draft: Draft): void {
    this.waiting.set(keyOf(userId, placeId), draft);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), WAIT_MS);
  }

  clear(userId: string, placeId: string): void {
    this.write(userId, placeId, emptyDraft);
    this.flush();
  }

  flush(): void {
    clearTimeout(this.timer);
    for (const [key, draft] of this.waiting) this.store(key, draft);
    this.waiting.clear();
  }

  private store(key: string, draft: Draft): void {
    try {
      if (isEmpty(draft)) this.storage?.removeItem(key);
      else this.storage?.setItem(key, JSON.stringify(draft));
    } catch {
      // Storage is full or forbidden: the draft lives in the field alone.
    }
  }
}

const keyOf = (userId: string, placeId: string) => `draft:${userId}:${placeId}`;
