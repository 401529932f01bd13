import { setTimeout as pause } from 'node:timers/promises';
import { FullDisk } from './diagnosis.ts';

const LOOK_FOR_ROOM_MS = 2_000;

/** A database server that takes connections. */
export interface RunningServer {
  /** When its process is gone, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Ends within a minute after which it is given up: something is wrong that starting does not mend. */
const MOST_ENDS = 5;
const MINUTE_MS = 60_000;

/**
 * Starts the server again whenever it ends by itself: short of memory, systems kill the largest process. Without
 * it Kring would live on and answer nothing but 503.
 */
export function keepRunning(
  server: RunningServer,
  again: () => Promise<RunningServer>,
  { onEnd, onLost }: { onEnd(): void; onLost(problem: Error): void },
): { stop(): Promise<void> } {
  let current = server;
  let starting: Promise<RunningServer> | undefined;
  let stopping = false;
  let ends: number[] = [];

  /** On a full disk it cannot start; as soon as somebody makes room, it goes on by itself. */
  async function whenThereIsRoom(): Promise<RunningServer> {
    for (;;)
      try {
        return await again();
      } catch (problem) {
        if (stopping || !(problem instanceof FullDisk)) throw problem;
        await pause(LOOK_FOR_ROOM_MS);
      }
  }

  async function watch(): Promise<void> {
    for (;;) {
      await current.ended;
      if (stopping) return;
      onEnd();
      ends = [...ends.filter((at) => at > Date.now() - MINUTE_MS), Date.now()];
      if (ends.length >= MOST_ENDS) throw new Error('The database server ends again and again.');
      starting = whenThereIsRoom();
      current = await starting;
      starting = undefined;
    }
  }

  watch().catch((problem: Error) => {
    if (!stopping) onLost(problem);
  });
  return {
    async stop() {
      stopping = true;
      // One that is just being started has to be there before it can be stopped.
      await starting?.catch(() => undefined);
      await current.stop();
    },
  };
}
