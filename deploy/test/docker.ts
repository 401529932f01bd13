import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** All that this run makes on the engine bears this name; whoever started it removes what is left (scripts/docker.mjs). */
export const RUN = process.env.KRING_TEST ?? `kring-test-${process.pid}`;
/** Of this checkout. */
export const IMAGE = process.env.KRING_IMAGE ?? 'kring:latest';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  input?: string;
}

/** Runs a program and says how it ended, whatever that was. */
export async function run(
  command: string,
  args: string[],
  { input, ...where }: Surroundings = {},
): Promise<Ended> {
  const child = spawn(command, args, {
    ...where,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  const code = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { code: await code, stdout: stdout.trim(), stderr: stderr.trim() };
}

/** What a program printed. @throws an error that shows why it did not */
export async function mustRun(command: string, args: string[], where?: Surroundings): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, where);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${stderr}\n${stdout}`);
  return stdout;
}

export const docker = (args: string[]): Promise<Ended> => run('docker', args);
export const mustDocker = (args: string[]): Promise<string> => mustRun('docker', args);

let count = 0;
/** One container that is gone when it ended. */
export const once = (args: string[]): Promise<Ended> =>
  docker(['run', '--rm', '--name', `${RUN}-once-${process.pid}-${++count}`, ...args]);
