import { readFile, writeFile } from 'node:fs/promises';
import { inProject } from '../bench/processes.ts';
import { machine } from '../bench/report.ts';
import { type Found, PROMISES, type Promised } from './checks/promises.ts';
import type { Fault } from './fault.ts';
import type { Outcome } from './trial/trial.ts';

/** What a run says of one fault. */
export type Line = Outcome | { fault: Fault; notTried: string } | { fault: Fault; broken: string };

const NAMES = Object.keys(PROMISES) as Promised[];
const PAGE = 'docs/reliability.md';
const [BEGIN, END] = ['<!-- made by `npm run faults -- --save` -->', '<!-- until here -->'];

export function isKept(line: Line): boolean {
  return 'notTried' in line || ('found' in line && NAMES.every((name) => line.found[name].length === 0));
}

export function table(lines: Line[]): string {
  const head = ['fault', 'what happens', ...NAMES, 'normal after', 'tries failed', 'longest wait'];
  const rows = [head, head.map(() => '---'), ...lines.map(cellsOf)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Why tries failed. */
export function failures(line: Line): string {
  if (!('tally' in line)) return '';
  return [...line.tally.reasons].map(([reason, times]) => `${times} × ${reason}`).join(', ');
}

/** Every breach in full, one a line. */
export function breaches(lines: Line[]): string {
  const told = lines.flatMap((line) => {
    if ('broken' in line) return [`${line.fault.name}: ${line.broken}`];
    if (!('found' in line)) return [];
    return NAMES.flatMap((name) => line.found[name].map((what) => `${line.fault.name}: ${name}: ${what}`));
  });
  return told.join('\n');
}

/** Puts the table of a whole run into the page. */
export async function save(lines: Line[]): Promise<void> {
  const page = await readFile(inProject(PAGE), 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PAGE} has no place for the table.`);
  const today = new Date().toISOString().slice(0, 10);
  const made = `${BEGIN}\n\n${table(lines)}\n\n${today}, ${machine()}.\n\n${END}`;
  await writeFile(inProject(PAGE), `${before}${made}${after}`);
}

function cellsOf(line: Line): string[] {
  const { name, what } = line.fault;
  if ('notTried' in line)
    return [`\`${name}\``, what, ...NAMES.map(() => '-'), `not tried: ${line.notTried}`, '', ''];
  if ('broken' in line) return [`\`${name}\``, what, ...NAMES.map(() => '?'), 'NEVER', '', ''];
  const { found, recoveredAfterMs, tally } = line;
  return [
    `\`${name}\``,
    what,
    ...NAMES.map((promise) => verdict(found, promise)),
    seconds(recoveredAfterMs),
    `${tally.failed} of ${tally.asked}`,
    seconds(tally.longestMs),
  ];
}

const verdict = (found: Found, promise: Promised) =>
  found[promise].length === 0 ? 'kept' : `BROKEN (${found[promise].length})`;

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
