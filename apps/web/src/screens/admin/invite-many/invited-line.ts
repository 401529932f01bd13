import type { GivenRole } from '~/data/types';

/** One person of a list, as read from it; `problem` says why they cannot be invited so. */
export interface InvitedLine {
  email: string;
  name: string | null;
  department: string | null;
  /** Null: that of the whole list. */
  role: GivenRole | null;
  problem: 'not-an-email' | 'twice' | 'unknown-role' | null;
}

export const line = (part: Partial<InvitedLine> & { email: string }): InvitedLine => ({
  name: null,
  department: null,
  role: null,
  problem: null,
  ...part,
});

const ADDRESS = /^[^\s"',;:<>()[\]\\@]+@[^\s"',;:<>()[\]\\@]+$/u;

export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

/** The first of each address counts; the others are shown as being there twice. */
export function eachOnce(lines: InvitedLine[]): InvitedLine[] {
  const seen = new Set<string>();
  return lines.map((one) => {
    if (one.problem) return one;
    const email = one.email.toLowerCase();
    const isTwice = seen.has(email);
    seen.add(email);
    return isTwice ? { ...one, problem: 'twice' } : one;
  });
}
