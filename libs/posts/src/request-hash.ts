import { createHash } from 'node:crypto';
import { Problem } from '#platform';

/** What a client asked for, so that the same id with another wish is told apart from a second try. */
export const requestHash = (...wish: unknown[]): Buffer =>
  createHash('sha256').update(JSON.stringify(wish)).digest();

/** The unique violation of a client's id: it was used already. */
export const isIdTaken = (error: unknown, constraint: string): boolean =>
  (error as { code?: string }).code === '23505' &&
  (error as { constraint?: string }).constraint === constraint;

export interface StoredWish {
  authorId: string;
  hash: Buffer | null;
}

/** @throws Problem id-reused unless the same person wished the same */
export function refuseAnotherWish(stored: StoredWish, authorId: string, hash: Buffer): void {
  if (stored.authorId !== authorId || !stored.hash?.equals(hash)) throw new Problem('id-reused');
}
