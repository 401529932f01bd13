import { StartupProblem } from '../../startup-problem.ts';
import type { Layout } from './layout.ts';

const NO_SPACE = /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/;
const NOT_ALLOWED = /Permission denied|EACCES|EPERM|Read-only file system|EROFS|Operation not permitted/;
const INCOMPLETE_INSTALL = /shared librar|cannot open shared object/;
const DAMAGED =
  /pg_control|checkpoint|not a valid data directory|invalid (?!value)|could not (open|read|access|find|stat|locate|load)|corrupt|No such file/;

/** Passes when somebody makes room. */
export class FullDisk extends StartupProblem {}

/** Turns what Postgres or the file system said into one message for the administrator. */
export function explain(layout: Layout, said: string): StartupProblem {
  const reason = tellingLine(said);
  if (NO_SPACE.test(said))
    return new FullDisk(
      `The disk that holds ${layout.dataDir} is full.`,
      'Make room on it, then start Kring again; nothing was lost.',
    );
  if (NOT_ALLOWED.test(said)) return notWritable(layout, reason);
  if (INCOMPLETE_INSTALL.test(said))
    return new StartupProblem(
      `The built-in database is not completely installed (${reason}).`,
      'Run "npm ci".',
    );
  if (DAMAGED.test(said)) return damaged(layout, reason);
  return new StartupProblem(
    `The built-in database in ${layout.cluster} did not start${reason && ` (${reason})`}.`,
    `See ${layout.logFile} for what it says.`,
  );
}

export function damaged(layout: Layout, reason: string): StartupProblem {
  return new StartupProblem(
    `The database in ${layout.cluster} is damaged${reason && ` (${reason})`}.`,
    `Keep a copy of ${layout.dataDir}, then restore a backup or set KRING_DATA to another directory.`,
  );
}

export function notWritable(layout: Layout, reason: string): StartupProblem {
  // Root itself is let in everywhere; then it is the user that Postgres runs as instead of root.
  const keptOut = process.geteuid?.() === 0 && /Permission denied/.test(reason);
  return new StartupProblem(
    `Kring may not write in the data directory ${layout.dataDir}${reason && ` (${reason})`}.`,
    keptOut
      ? 'Postgres does not run as root: start Kring as an ordinary user, or from a directory that all users may enter.'
      : 'Give the user that runs Kring the right to, or set KRING_DATA to another directory.',
  );
}

export function otherVersion(layout: Layout, found: string, expected: string): StartupProblem {
  const newer = Number(found) > Number(expected);
  return new StartupProblem(
    `The database in ${layout.cluster} was made by Postgres ${found}, and this Kring brings Postgres ${expected}.`,
    newer
      ? 'Start it with the newer Kring that made it, or set KRING_DATA to another directory.'
      : 'Export it with the older Kring that made it and import it here, or set KRING_DATA to another directory.',
  );
}

/** Of all that Postgres printed, the line that names the cause. */
function tellingLine(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /(PANIC|FATAL|error):/i.test(line)) ?? lines.at(-1) ?? '';
  return telling.replace(/^.*?(PANIC|FATAL|error):\s*/i, '').trim();
}
