import type { Examination, Level } from '#upkeep';

const MARKS: Record<Level, string> = { ok: 'ok', warning: 'warning', failure: 'FAILURE' };
const INDENT = ' '.repeat(22);
const SHOWN = 5;

/** For people: the check, how bad it is, one sentence, what to do, and some of what it is about. */
export function printed({ check, findings, repaired }: Examination): string {
  const lines = repaired.map((done) => line(check, 'repaired', done));
  for (const { level, says, remedy, examples = [] } of findings) {
    lines.push(line(check, MARKS[level], says));
    if (remedy) lines.push(`${INDENT}→ ${remedy}`);
    lines.push(...examples.slice(0, SHOWN).map((example) => `${INDENT}  ${example}`));
    if (examples.length > SHOWN) lines.push(`${INDENT}  …`);
  }
  return lines.join('\n');
}

const line = (check: string, mark: string, sentence: string): string =>
  `${check.padEnd(12)}${mark.padEnd(10)}${sentence}`;

export function conclusion(level: Level): string {
  if (level === 'ok') return 'All is well.';
  return level === 'warning' ? 'It works; something asks for attention.' : 'Something is wrong.';
}
