import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { say, Trouble } from './console.mjs';
import { onStop } from './processes.mjs';
import { dockerSuite, SUITES } from './suites.mjs';

/**
 * Builds, runs all suites one after another and ends with one line, "N passed, N failed". Nothing is left running
 * and no file is left behind, whatever happened.
 * @param args paths of specs, as Jest takes them; `--every` adds the walks through every view, `--docker` the tests of
 * the image, `--only-docker` is only those
 */
export async function test(args) {
  const pattern = args.filter((arg) => !arg.startsWith('--'));
  const onlyDocker = args.includes('--only-docker');
  const suites = onlyDocker ? [] : [...SUITES];
  if (onlyDocker || args.includes('--docker')) suites.push({ name: 'docker', run: dockerSuite });
  const scratch = mkdtempSync(join(tmpdir(), 'kring-test-'));
  const groups = new Set();
  process.once('exit', () => removeScratch(scratch));
  let stopped;
  const began = (group) => {
    groups.add(group);
    if (stopped) group.end(0);
  };
  onStop(() => {
    stopped = Promise.all([...groups].map((group) => group.end(5_000)));
  });

  const total = { passed: 0, failed: 0 };
  if (!(await isBuilt())) total.failed += 1;
  for (const suite of suites) {
    if (stopped) break;
    const { passed, failed } = await suite.run({ pattern, every: args.includes('--every'), scratch, began });
    if (passed + failed > 0) say(`${suite.name}: ${passed} passed, ${failed} failed`);
    total.passed += passed;
    total.failed += failed;
  }
  if (stopped) return stopped.then(() => 130);
  removeScratch(scratch);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** A build that fails counts as one failure; the other suites still say what they know. */
async function isBuilt() {
  try {
    await build();
    return true;
  } catch (error) {
    say(error instanceof Trouble ? error.message : error.stack);
    return false;
  }
}

/** Postgres keeps a process group of its own, so one whose suite was killed is found by the file it writes. */
function removeScratch(scratch) {
  for (const pidFile of pidFilesBelow(scratch)) {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    if (!commandLineOf(pid).includes(dirname(pidFile))) continue;
    process.kill(pid, 'SIGQUIT');
    for (let waited = 0; commandLineOf(pid) && waited < 3_000; waited += 50) pause(50);
  }
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

function pidFilesBelow(scratch) {
  try {
    const names = readdirSync(scratch, { recursive: true });
    return names.filter((name) => name.endsWith('postmaster.pid')).map((name) => join(scratch, name));
  } catch {
    return [];
  }
}

function commandLineOf(pid) {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
