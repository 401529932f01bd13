import type { Readable } from 'node:stream';

/** Where the bytes of files are, by id. Bytes never change: a new content is a new file. */
export abstract class FileStore {
  /** Takes over the finished file at `path`, on this machine. When it returns, the bytes survive a crash. */
  abstract keep(id: string, path: string): Promise<void>;

  /** Null when there are none. */
  abstract open(id: string): Promise<Readable | null>;

  /** Does nothing when there are none. */
  abstract remove(id: string): Promise<void>;
}
