import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const inProject = (path: string): string => `${ROOT}${path}`;

export interface Run {
  args?: string[];
  env?: Record<string, string>;
  /** Given to Node itself. */
  nodeOptions?: string[];
  /** An open file that takes all it prints. */
  output?: number;
}

const running = new Set<ChildProcess>();

/** Starts a program of this project with our own Node. What it prints on stderr is shown, unless it has an output. */
export function startProgram(
  path: string,
  { args = [], env = {}, nodeOptions = [], output }: Run = {},
): ChildProcess {
  const child = spawn(process.execPath, [...nodeOptions, inProject(path), ...args], {
    env: { ...process.env, NODE_ENV: 'production', NODE_NO_WARNINGS: '1', ...env },
    stdio: ['pipe', output ?? 'pipe', output ?? 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a program to its end and answers what it printed. */
export async function runProgram(path: string, run?: Run): Promise<string> {
  const child = startProgram(path, run);
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  const [code] = await once(child, 'exit');
  const text = Buffer.concat(output).toString();
  if (code !== 0) throw new Error(`${path} ${run?.args?.join(' ') ?? ''} ended with ${code}: ${text}`);
  return text;
}

/** Reads the answers, one JSON value a line, of a program that takes orders on stdin. */
export function conversationWith(child: ChildProcess): { ask(order?: unknown): Promise<any> } {
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    async ask(order) {
      if (order !== undefined) child.stdin!.write(`${JSON.stringify(order)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('A program of the bench ended early.');
      return JSON.parse(value);
    },
  };
}

/** The most memory that a process really used so far, in MB; undefined when it is gone. */
export function peakMB({ pid }: ChildProcess): number | undefined {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_024;
  } catch {
    return undefined;
  }
}

export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 25_000);
  await gone;
  clearTimeout(timer);
}

export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stopProgram));
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
