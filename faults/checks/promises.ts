/** As in docs/reliability.md. */
export const PROMISES = {
  P01: 'what was accepted is stored, and shown once',
  P02: 'a screen shows what a fresh load would show',
  P03: 'access that ended is gone after two seconds',
  P08: 'nothing a user sends ends a process',
} as const;

export type Promised = keyof typeof PROMISES;

/** What was found against each promise; nothing where it was kept. */
export type Found = Record<Promised, string[]>;
