import type { Problem } from './problem';

/** `ended`: on another device, by an administrator, or by a new password. */
const reasons = ['expired', 'ended', 'deactivated'] as const;
export type WhyLoggedOut = (typeof reasons)[number];

export const isWhyLoggedOut = (word: unknown): word is WhyLoggedOut =>
  (reasons as readonly unknown[]).includes(word);

/** As the server tells whoever still holds the token of a session that was one. */
export function whyLoggedOut(problem: Problem): WhyLoggedOut | null {
  const { reason } = problem.more;
  return isWhyLoggedOut(reason) ? reason : null;
}
