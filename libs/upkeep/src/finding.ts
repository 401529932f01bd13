export type Level = 'ok' | 'warning' | 'failure';

/** What a check found out. */
export interface Finding {
  /** Stable, for programs and for screens, which have words of their own: `log.gap`. */
  code: string;
  level: Level;
  /** One plain sentence. Like everything here it holds nothing of what anybody wrote, and no names of people. */
  says: string;
  /** What to do about it. */
  remedy?: string;
  /** Some of what it is about, by id or by a name that Kring gave. */
  examples?: string[];
  /** The numbers in the sentence. */
  values?: Record<string, number>;
  /** Puts it right, where that can do no harm. Answers in one sentence what was done. */
  repair?: () => Promise<string>;
}

export const ok = (code: string, says: string): Finding => ({ code, level: 'ok', says });

/** "1 thread", "3 threads". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const UNITS: Array<[seconds: number, unit: string]> = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** In the largest unit that there are two of: "90 minutes", "3 days". */
export function duration(seconds: number): string {
  const [size, unit] = UNITS.find(([of]) => seconds >= 2 * of) ?? UNITS.at(-1)!;
  return count(Math.round(seconds / size), unit);
}

export function bytes(size: number): string {
  if (size >= 1e9) return `${(size / 1e9).toFixed(1)} GB`;
  return `${(size / 1e6).toFixed(size >= 1e7 ? 0 : 1)} MB`;
}
