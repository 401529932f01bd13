import { isDeepStrictEqual } from 'node:util';
import type { Ledger } from '../people/ledger.ts';
import type { Screen } from '../people/screen.ts';

/** A screen, whose it is, and the communities it must show. */
export interface Looking {
  who: string;
  screen: Screen;
  reads: string[];
}

/** P01, on a screen: every accepted post once, told once, in the order of the log. */
export function wrongOnScreen({ who, screen, reads }: Looking, ledger: Ledger): string[] {
  const { shown } = screen;
  const missing = reads
    .flatMap((communityId) => ledger.in(communityId))
    .filter(({ id }) => shown.get(id) !== 1)
    .map(({ id }) => `${who}: post ${id} is shown ${shown.get(id) ?? 0} times`);
  const twice = [...screen.toldOf]
    .filter(([, times]) => times > 1)
    .map(([id, times]) => `${who} was told ${times} times of post ${id}`);
  return [...missing, ...twice, ...screen.wrong.map((what) => `${who} was told out of order: ${what}`)];
}

/** P02: what came by events is what is loaded now. */
export async function differsFromFresh({ who, screen }: Looking): Promise<string[]> {
  const { shown, fresh } = await screen.both();
  if (isDeepStrictEqual(shown, fresh)) return [];
  return [`${who}: ${firstDifference(shown, fresh)}`];
}

function firstDifference(shown: unknown, fresh: unknown, at = ''): string {
  if (!isObject(shown) || !isObject(fresh))
    return `${at} shows ${JSON.stringify(shown)}, and ${JSON.stringify(fresh)} when loaded`;
  for (const key of new Set([...Object.keys(shown), ...Object.keys(fresh)]))
    if (!isDeepStrictEqual(shown[key], fresh[key]))
      return firstDifference(shown[key], fresh[key], `${at}/${key}`);
  return `${at} differs`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
