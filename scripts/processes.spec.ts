import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { exitCode, Group, run } from './processes.mjs';

const FOREVER = 'setInterval(() => {}, 1000);';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A program that stands in for another one, as the start script does for the server. */
async function standIn(program: string) {
  const script = `
    import { standInFor } from ${JSON.stringify(join(import.meta.dirname, 'processes.mjs'))};
    process.exitCode = await standInFor(process.execPath, ['-e', ${JSON.stringify(program)}]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit').then(([code, signal]) => exitCode(code, signal));
  return { child, exited };
}

describe('programs run by the scripts', () => {
  test('a group ends with all it has started, also what does not listen', async () => {
    const deaf = `process.on('SIGTERM', () => {}); console.log(process.pid); ${FOREVER}`;
    const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(deaf)}],
      { stdio: 'inherit' }); ${FOREVER}`;
    const group = new Group(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    const grandchild = Number(await once(group.child.stdout!, 'data'));
    expect(isAlive(grandchild)).toBe(true);

    await group.end(300);
    await once(group.child.stdout!, 'close');
    expect(isAlive(group.child.pid!)).toBe(false);
  });

  test('a quiet run keeps what was said, without colours', async () => {
    const program = `console.log('\\u001b[31mred'); console.error('why'); process.exit(3)`;
    const { code, stdout, stderr } = await run(process.execPath, ['-e', program], { quiet: true });
    expect([code, stdout, stderr]).toEqual([3, 'red\n', 'why\n']);
  });

  test('a program that cannot be started is a failure with a reason', async () => {
    const { code, stderr } = await run('no-such-program', [], { quiet: true });
    expect([code, stderr]).toEqual([127, expect.stringContaining('no-such-program')]);
  });

  test('standing in passes the exit code on', async () => {
    expect(await (await standIn('process.exit(7)')).exited).toBe(7);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'told to stop by %s, a program that stops did well',
    async (signal) => {
      const { child, exited } = await standIn(`console.log('here'); ${FOREVER}`);
      await once(child.stdout, 'data');
      child.kill(signal);
      expect(await exited).toBe(0);
    },
  );

  test('a program that was killed did not', async () => {
    expect(await (await standIn(`process.kill(process.pid, 'SIGKILL')`)).exited).toBe(137);
  });
});
