import { Text, Whole } from './fields.ts';
import { wrongField } from './problem.ts';
import type { Page } from './shown.ts';

/** The query of every list. */
export class PageQuery {
  @Whole({ min: 1, max: 100, optional: true, about: 'How many, 20 unless told.' })
  limit: number = 20;

  @Text({ max: 500, optional: true, about: 'The `next` of the page before.' })
  cursor?: string;
}

/** Keyset cursors: the sort key of the last row, opaque to clients. */
export function encodeCursor(...key: Array<string | number>): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws Problem invalid-input for anything that `encodeCursor` did not make with as many parts. */
export function decodeCursor(cursor: string | undefined, parts: number): Array<string | number> | null {
  if (!cursor) return null;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = (part: unknown) => typeof part === 'string' || typeof part === 'number';
    if (Array.isArray(key) && key.length === parts && key.every(plain)) return key;
  } catch {}
  throw wrongField('cursor', 'wrong', 'is not a cursor of this list');
}

/** Makes a page of rows that were read one more than asked, so as to know whether there is a next one. */
export function pageOf<T, V>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => Array<string | number>,
  view: (row: T) => V,
): Page<V> {
  const shown = rows.slice(0, limit);
  const more = rows.length > limit;
  return { items: shown.map(view), next: more ? encodeCursor(...keyOf(shown.at(-1)!)) : null };
}
