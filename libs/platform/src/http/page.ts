import { isUUID } from 'class-validator';
import { Text, Whole } from './fields.ts';
import { wrongField } from './problem.ts';
import type { Page } from './shown.ts';

/** The query of every list. */
export class PageQuery {
  @Whole({ min: 1, max: 100, optional: true, about: 'How many, 20 unless told.' })
  limit: number = 20;

  @Text({ max: 1_000, optional: true, about: 'The `next` of the page before.' })
  cursor?: string;
}

/** Keyset cursors: the sort key of the last row, opaque to clients. */
export function encodeCursor(...key: Array<string | number>): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

interface KeyParts {
  /** As the views write it: `2026-03-01T12:00:00.000Z`. */
  time: string;
  id: string;
  text: string;
  position: number;
}

const IS_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The database would try to make sense of anything else, and fail in its own words. */
const FITS: { [Kind in keyof KeyParts]: (part: unknown) => boolean } = {
  time: (part) => typeof part === 'string' && IS_TIME.test(part) && !Number.isNaN(Date.parse(part)),
  id: (part) => isUUID(part),
  text: (part) => typeof part === 'string' && !part.includes('\0'),
  position: (part) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
};

/** @throws Problem invalid-input for anything that `encodeCursor` did not make of parts of these kinds. */
export function decodeCursor<const Kinds extends Array<keyof KeyParts>>(
  cursor: string | undefined,
  ...kinds: Kinds
): { [Place in keyof Kinds]: KeyParts[Kinds[Place]] } | null {
  if (!cursor) return null;
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = Array.isArray(key) && key.length === kinds.length;
    if (fits && kinds.every((kind, place) => FITS[kind](key[place]))) return key as never;
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
