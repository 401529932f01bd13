import type { Readable } from 'node:stream';

/** Bytes that are there, whoever knows of them. */
export interface StoredBytes {
  id: string;
  /** When they were put there. */
  at: Date;
}

/** Where the bytes of files are, by id. Bytes never change: a new content is a new file. */
export abstract class FileStore {
  /** Takes over the finished file at `path`, on this machine. When it returns, the bytes survive a crash. */
  abstract keep(id: string, path: string): Promise<void>;

  /** Null when there are none. */
  abstract open(id: string): Promise<Readable | null>;

  /** Does nothing when there are none. */
  abstract remove(id: string): Promise<void>;

  /** In bytes; null when there are none. Reads nothing of them. */
  abstract sizeOf(id: string): Promise<number | null>;

  /** All that is there, in no order, as it is found. */
  abstract stored(): AsyncIterable<StoredBytes>;

  /** Takes bytes that nobody knows of out of the store. Answers where they are now. */
  abstract setAside(id: string): Promise<string>;
}
