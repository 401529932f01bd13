import type { Stand } from './stand.ts';

/** One line of the table. */
export interface Result {
  what: string;
  subject: string;
  baseline: string;
  /** Subject by baseline, or the subject itself where a limit is absolute. */
  value: number;
  limit: { atMost: number } | { atLeast: number };
  unit?: string;
}

export interface Bench {
  name: string;
  run(stand: Stand): Promise<Result[]>;
}

export function isKept({ value, limit }: Result): boolean {
  return 'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;
}
