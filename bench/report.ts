import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { isKept, type Result } from './bench.ts';

/** The table that a run prints. */
export function table(results: Result[]): string {
  const rows = results.map((result) => [
    result.what,
    result.subject,
    result.baseline || '-',
    result.unit ? '-' : `× ${result.value.toFixed(2)}`,
    limitOf(result),
    isKept(result) ? 'kept' : 'MISSED',
  ]);
  const lines = [['what', 'Kring', 'baseline', 'ratio', 'limit', ''], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = lines.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`,
  );
  text.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return text.join('\n');
}

function limitOf({ limit, unit }: Result): string {
  const [sign, value] = 'atMost' in limit ? ['≤', limit.atMost] : ['≥', limit.atLeast];
  return unit ? `${sign} ${value} ${unit}` : `${sign} × ${value}`;
}

/** What the figures were measured on. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB, Node ${process.version}, commit ${commit.trim()}`;
}
