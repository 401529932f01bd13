import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * From now on everybody else on a busy machine goes first. On Linux each thread has a priority of its own, and the
 * first one is not the one that compresses and writes; those that begin later have the priority of who began them.
 */
export function giveWay(): void {
  for (const thread of threads())
    try {
      setPriority(thread, constants.priority.PRIORITY_LOW);
    } catch {
      // It ended meanwhile.
    }
}

function threads(): number[] {
  try {
    return readdirSync('/proc/self/task').map(Number);
  } catch {
    return [0];
  }
}
