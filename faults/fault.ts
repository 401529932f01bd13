import type { Site } from './site/site.ts';

/** Something that goes wrong. */
export interface Fault {
  name: string;
  /** For the table. */
  what: string;
  /** Processes that may end by it without anybody killing them. */
  mayEnd?: readonly string[];
  /** Wants the database on a disk that can be filled. */
  smallDatabaseDisk?: boolean;
  /** Why it cannot be tried here. */
  impossible?(site: Site): string | null;
  /** Does it, keeps it up for a while, and puts right what does not come right by itself. */
  strike(site: Site): Promise<void>;
}
