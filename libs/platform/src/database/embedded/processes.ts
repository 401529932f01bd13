import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process was started, as an opaque text: together with the pid it names one process for good,
 * also after the pid was given to another one or the machine was started again. Undefined if it is gone.
 */
export function startOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const boot = readOrEmpty('/proc/sys/kernel/random/boot_id').trim();
  const ticks = statFields(pid)[19];
  return ticks && `${boot}/${ticks}`;
}

/** The command line of a process, or an empty text if it is gone or may not be seen. */
export function commandLineOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command=') ?? '';
  return readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
}

/** Sends the signals one after another, each with its time to work, until the process is gone. */
export async function endProcess(
  pid: number,
  steps: ReadonlyArray<{ signal: NodeJS.Signals; patienceMs: number }>,
): Promise<void> {
  for (const { signal, patienceMs } of steps) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + patienceMs;
    while (isAlive(pid) && Date.now() < deadline) await sleep(10);
  }
}

/** Ended but not yet collected by its parent: it holds nothing any more, though it still takes signals. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z';
}

/** Fields of /proc/<pid>/stat from the third (state) on; the second, the name, may itself hold spaces. */
function statFields(pid: number): string[] {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
