import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from './browser.mjs';
import { say } from './console.mjs';
import { DockerStand } from './docker.mjs';
import { failedFiles, failedToRun, NOTHING, outcomeOf, secondOutcome } from './outcomes.mjs';
import { Group } from './processes.mjs';
import { exists, ROOT, tool } from './project.mjs';
import { redisServer } from './redis.mjs';

const MINUTE = 60_000;

/**
 * The suites in their order. Each `run({ pattern, every, again, scratch, began })` returns `{ passed, failures, unsteady }`:
 * how many, and the names of what failed and of what, with `again`, was good when tried a second time. `scratch` is a
 * directory of the run, and every process group is announced by `began`.
 */
export const SUITES = [
  { name: 'server', run: serverSpecs },
  { name: 'web', run: (context) => jest('apps/web/jest.config.mjs', context) },
  { name: 'browser', run: browserJourneys },
];

async function serverSpecs(context) {
  const redis = await redisServer();
  if (!redis) return failedToRun('Redis could not be installed');
  return jest('jest.config.mjs', context, { REDIS_PATH: redis });
}

/** A busy machine fails a spec that is sound; one that is not fails twice. */
async function jest(config, context, more = {}, limit = 15 * MINUTE) {
  if (!exists(config)) return NOTHING;
  const first = await runJest(config, context, more, limit, context.pattern);
  const files = first ? failedFiles(first) : [];
  if (!context.again || files.length === 0) return outcomeOf(first, config);
  say(`Once more, alone: ${files.map((file) => relative(ROOT, file)).join(', ')}`);
  const second = await runJest(config, context, more, limit, [
    '--maxWorkers=1',
    '--runTestsByPath',
    ...files,
  ]);
  return secondOutcome(first, second, config);
}

/** @returns what Jest wrote of the run and its exit code; undefined if it took too long or wrote nothing */
async function runJest(config, { scratch, began }, more, limit, which) {
  const resultFile = join(scratch, `${config.replaceAll('/', '-')}.json`);
  rmSync(resultFile, { force: true });
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    tool('jest/bin/jest.js'),
  ];
  args.push('--config', config, '--passWithNoTests', '--json', '--outputFile', resultFile, ...which);
  // Jest repeats the JSON on stdout; what people read goes to stderr.
  const group = new Group(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...envOf(scratch), ...more },
  });
  began(group);
  const { code, timedOut } = await within(group, limit);
  const result = readJson(resultFile);
  return timedOut || !result ? undefined : { ...result, code };
}

/** Not among `SUITES`: it needs a Docker engine. Where there is none it says so, and nothing has failed. */
export async function dockerSuite(context) {
  const stand = new DockerStand(context.began);
  try {
    const missing = await stand.prepare();
    if (missing) say(`The tests of the image and the Compose file did not run: ${missing}.`);
    return missing ? NOTHING : await onDocker(stand, context);
  } finally {
    await stand.clear();
  }
}

async function onDocker(stand, context) {
  const noImage = await stand.buildImage();
  if (noImage) return failedToRun(noImage);
  const browser = await chromium();
  if (!browser) return failedToRun('Chromium could not be installed');
  const env = { KRING_TEST: stand.name, KRING_IMAGE: stand.image, CHROMIUM_PATH: browser };
  return jest('deploy/jest.config.mjs', context, env, 25 * MINUTE);
}

async function browserJourneys({ pattern, every, again, scratch, began }) {
  if (!exists('e2e/run.ts')) return NOTHING;
  const browser = await chromium();
  if (!browser) return failedToRun('Chromium could not be installed');
  const env = { ...envOf(scratch), CHROMIUM_PATH: browser };
  const flags = [...(every ? ['--every'] : []), ...(again ? ['--again'] : [])];
  const group = new Group(process.execPath, ['e2e/run.ts', ...flags, ...pattern], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  began(group);
  const lastLine = passOn(group.child.stdout);
  const { code, timedOut } = await within(group, 20 * MINUTE);
  const result = timedOut ? undefined : parse(await lastLine);
  if (!Array.isArray(result?.failures)) return failedToRun('the journeys ended without a result');
  if (code !== 0 && result.failures.length === 0) result.failures.push(`the journeys ended with ${code}`);
  return result;
}

function envOf(scratch) {
  // Some hundred servers are started, all of the same code.
  return { ...process.env, TMPDIR: scratch, NODE_ENV: 'test', NODE_COMPILE_CACHE: join(scratch, 'compiled') };
}

async function within(group, limit) {
  let timer;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ timedOut: true }), limit);
  });
  const end = await Promise.race([group.ended, timeout]);
  clearTimeout(timer);
  if (end.timedOut) say(`Stopped after ${limit / MINUTE} minutes: it took too long.`);
  await group.end(5_000);
  return end;
}

/** Shows what a suite prints, but for its last line, which is its result and returned. */
async function passOn(stdout) {
  let held;
  let rest = '';
  for await (const chunk of stdout) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (held !== undefined) process.stdout.write(`${held}\n`);
      held = line;
    }
  }
  if (rest !== '' && held !== undefined) process.stdout.write(`${held}\n`);
  return rest === '' ? held : rest;
}

function readJson(path) {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
