import { type SpawnOptions, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartupProblem } from '../../startup-problem.ts';

/** How to run a Postgres program: Postgres refuses to run as root. */
export interface PostgresAccount {
  /** Put before the program and its arguments. */
  prefix: string[];
  options: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Who must own the files, if it is not the user Kring runs as. */
  owner: { uid: number; gid: number };
}

/**
 * Not root: as ourselves. Root on Linux: in a user namespace that calls our uid by another name, so the files
 * stay root's and may lie where only root may go; where the kernel or container forbids that, as the system
 * user `postgres`, which is made if needed and must be able to reach the files.
 */
export function postgresAccount(): PostgresAccount {
  const uid = process.geteuid?.() ?? 0;
  if (uid !== 0) return { prefix: [], options: {}, owner: { uid, gid: process.getegid?.() ?? 0 } };
  const account = underAnotherName() ?? asSystemUser();
  if (account) return account;
  throw new StartupProblem(
    'Postgres does not run as root, and no other user could be used here.',
    'Start Kring as an ordinary user, or set DATABASE_URL to a Postgres 18 server.',
  );
}

function underAnotherName(): PostgresAccount | undefined {
  // initdb looks its user up by name, so the number must be that of some user that exists.
  const other = readPasswd().find((user) => user.uid > 0 && user.gid > 0);
  if (!other) return undefined;
  const prefix = ['unshare', '--user', `--map-user=${other.uid}`, `--map-group=${other.gid}`];
  if (spawnSync(prefix[0]!, [...prefix.slice(1), 'true']).status !== 0) return undefined;
  return { prefix, options: {}, owner: { uid: 0, gid: 0 } };
}

function asSystemUser(): PostgresAccount | undefined {
  const find = () => readPasswd().find((user) => user.name === 'postgres' && user.uid > 0);
  if (!find()) spawnSync('useradd', ['--system', '--no-create-home', '--user-group', 'postgres']);
  if (!find()) spawnSync('adduser', ['-S', '-D', '-H', 'postgres']); // busybox
  const user = find();
  return user && { prefix: [], options: { uid: user.uid, gid: user.gid }, owner: user };
}

function readPasswd(): Array<{ name: string; uid: number; gid: number }> {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .filter((line) => line.includes(':'))
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}
