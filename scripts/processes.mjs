import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { stripVTControlCharacters as plain } from 'node:util';
import { ROOT } from './project.mjs';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program to its end. With `quiet` its output is kept and returned instead of shown. */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve) => {
    const shown = quiet
      ? { stdio: ['ignore', 'pipe', 'pipe'], env: { ...(options.env ?? process.env), NO_COLOR: '1' } }
      : { stdio: 'inherit' };
    const child = spawn(command, args, { cwd: ROOT, ...options, ...shown });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (text) => (stdout += plain(String(text))));
    child.stderr?.on('data', (text) => (stderr += plain(String(text))));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: `${stderr}${error.message}` }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), signal, stdout, stderr }));
  });
}

export const node = (args, options) => run(process.execPath, args, options);

/**
 * Runs a program as if it were this one: it shares the terminal, gets our signals, and its exit code is returned.
 * Being told to stop and stopping is no failure.
 */
export async function standInFor(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  let told;
  const handlers = STOP_SIGNALS.map((signal) => {
    const handler = () => {
      if (told) return;
      told = signal;
      // The terminal sends Ctrl-C to the child as well; a second one might mean "at once" to it.
      setTimeout(() => child.kill(signal), signal === 'SIGINT' && onTerminal() ? 1_500 : 0).unref();
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...end) => resolve(end));
  });
  for (const [name, handler] of handlers) process.off(name, handler);
  return told && signal === told ? 0 : exitCode(code, signal);
}

/** A program in a process group of its own, so that all it started can be ended with it. */
export class Group {
  constructor(command, args, options = {}) {
    this.child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', detached: true, ...options });
    this.ended = new Promise((resolve) => {
      this.child.on('error', (error) => resolve({ code: 127, error }));
      this.child.on('exit', (code, signal) => resolve({ code: exitCode(code, signal), signal }));
    });
  }

  /** Asks the whole group to end, and makes it after some patience. */
  async end(patienceMs = 10_000) {
    this.signal('SIGTERM');
    const deadline = Date.now() + patienceMs;
    while (this.signal(0) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    this.signal('SIGKILL');
  }

  /** @returns whether anybody in the group was there to get it */
  signal(signal) {
    try {
      if (this.child.pid) process.kill(-this.child.pid, signal);
      return this.child.pid !== undefined;
    } catch {
      return false;
    }
  }
}

/** Calls back at the first request to stop this program. */
export function onStop(callback) {
  let called = false;
  for (const signal of STOP_SIGNALS)
    process.on(signal, () => {
      if (!called) callback(signal);
      called = true;
    });
}

function onTerminal() {
  return [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
}

export function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}
