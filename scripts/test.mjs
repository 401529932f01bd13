import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { say, Trouble } from './console.mjs';
import { onStop } from './processes.mjs';
import { dockerSuite, SUITES } from './suites.mjs';

const MEMORY_DISK = '/dev/shm';
const ENOUGH_BYTES = 8 * 1024 ** 3;

/**
 * Builds, runs all suites one after another and ends with one line, "N passed, N failed". Nothing is left running
 * and no file is left behind, whatever happened.
 * @param args paths of specs, as Jest takes them; `--every` adds the walks through every view, `--docker` the tests of
 * the image, `--only-docker` is only those; `--again` tries what failed once more, alone
 */
export async function test(args) {
  const pattern = args.filter((arg) => !arg.startsWith('--'));
  const onlyDocker = args.includes('--only-docker');
  const suites = onlyDocker ? [] : [...SUITES];
  if (onlyDocker || args.includes('--docker')) suites.push({ name: 'docker', run: dockerSuite });
  const scratch = mkdtempSync(join(quickFolder(), 'kring-test-'));
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

  const total = { passed: 0, failures: [], unsteady: [] };
  if (!(await isBuilt())) total.failures.push('the build');
  const [every, again] = [args.includes('--every'), args.includes('--again')];
  for (const suite of suites) {
    if (stopped) break;
    const { passed, failures, unsteady } = await suite.run({ pattern, every, again, scratch, began });
    if (passed + failures.length > 0) say(`${suite.name}: ${passed} passed, ${failures.length} failed`);
    total.passed += passed;
    total.failures.push(...failures);
    total.unsteady.push(...unsteady);
  }
  if (stopped) return stopped.then(() => 130);
  removeScratch(scratch);
  list('Failed:', total.failures);
  list('Failed at first, and passed when tried once more, alone:', total.unsteady);
  process.stdout.write(`${total.passed} passed, ${total.failures.length} failed\n`);
  return total.failures.length > 0 || total.passed === 0 ? 1 : 0;
}

/** Each spec has a database of its own, of 500 files: in memory, making and removing them takes a fifth less of the whole. */
function quickFolder() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_DISK);
    return bavail * bsize >= ENOUGH_BYTES ? MEMORY_DISK : tmpdir();
  } catch {
    return tmpdir(); // no such thing on this system
  }
}

/** Told at the end, where it is found. */
function list(title, names) {
  if (names.length > 0) say([title, ...names.map((name) => `  ${name}`)].join('\n'));
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
