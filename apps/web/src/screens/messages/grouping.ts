import type { PostView } from '~/data/types';

type Said = Pick<PostView, 'createdAt' | 'author'>;

const PAUSE_MS = 5 * 60_000;

/** The day of the reader's own clock on which it was said. */
export const dayOf = (post: Pick<Said, 'createdAt'> | undefined): string | undefined =>
  post && new Date(post.createdAt).toDateString();

/** Whether the same person goes on without a pause: the name need not stand there again. */
export function isContinued(post: Said, before: Said | undefined): boolean {
  if (!before || before.author.id !== post.author.id || dayOf(before) !== dayOf(post)) return false;
  return Date.parse(post.createdAt) - Date.parse(before.createdAt) < PAUSE_MS;
}
