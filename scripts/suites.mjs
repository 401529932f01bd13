import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './browser.mjs';
import { say } from './console.mjs';
import { DockerStand } from './docker.mjs';
import { Group } from './processes.mjs';
import { exists, tool } from './project.mjs';
import { redisServer } from './redis.mjs';

const MINUTE = 60_000;
const FAILED_TO_RUN = { passed: 0, failed: 1 };

/**
 * The suites in their order. Each `run({ pattern, every, scratch, began })` returns `{ passed, failed }`; `scratch` is a
 * directory of the run, and every process group is announced by `began`.
 */
export const SUITES = [
  { name: 'server', run: serverSpecs },
  { name: 'web', run: (context) => jest('apps/web/jest.config.mjs', context) },
  { name: 'browser', run: browserJourneys },
];

async function serverSpecs(context) {
  const redis = await redisServer();
  if (!redis) return FAILED_TO_RUN;
  return jest('jest.config.mjs', context, { REDIS_PATH: redis });
}

async function jest(config, { pattern, scratch, began }, more = {}, limit = 15 * MINUTE) {
  if (!exists(config)) return { passed: 0, failed: 0 };
  const resultFile = join(scratch, `${config.replaceAll('/', '-')}.json`);
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    tool('jest/bin/jest.js'),
  ];
  args.push('--config', config, '--passWithNoTests', '--json', '--outputFile', resultFile, ...pattern);
  // Jest repeats the JSON on stdout; what people read goes to stderr.
  const group = new Group(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...envOf(scratch), ...more },
  });
  began(group);
  const { code, timedOut } = await within(group, limit);
  const result = readJson(resultFile);
  if (timedOut || !result) return FAILED_TO_RUN;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
}

/** Not among `SUITES`: it needs a Docker engine. Where there is none it says so, and nothing has failed. */
export async function dockerSuite(context) {
  const stand = new DockerStand(context.began);
  try {
    const missing = await stand.prepare();
    if (missing) say(`The tests of the image and the Compose file did not run: ${missing}.`);
    return missing ? { passed: 0, failed: 0 } : await onDocker(stand, context);
  } finally {
    await stand.clear();
  }
}

async function onDocker(stand, context) {
  const noImage = await stand.buildImage();
  if (noImage) say(`The tests of the image and the Compose file did not run: ${noImage}.`);
  const browser = noImage ? undefined : await chromium();
  if (!browser) return FAILED_TO_RUN;
  const env = { KRING_TEST: stand.name, KRING_IMAGE: stand.image, CHROMIUM_PATH: browser };
  return jest('deploy/jest.config.mjs', context, env, 25 * MINUTE);
}

async function browserJourneys({ pattern, every, scratch, began }) {
  if (!exists('e2e/run.ts')) return { passed: 0, failed: 0 };
  const browser = await chromium();
  if (!browser) return FAILED_TO_RUN;
  const env = { ...envOf(scratch), CHROMIUM_PATH: browser };
  const group = new Group(process.execPath, ['e2e/run.ts', ...(every ? ['--every'] : []), ...pattern], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  began(group);
  const lastLine = passOn(group.child.stdout);
  const { code, timedOut } = await within(group, 20 * MINUTE);
  if (timedOut) return FAILED_TO_RUN;
  const result = parse(await lastLine);
  if (!Number.isInteger(result?.passed) || !Number.isInteger(result?.failed)) return FAILED_TO_RUN;
  return { passed: result.passed, failed: result.failed || (code === 0 ? 0 : 1) };
}

function envOf(scratch) {
  return { ...process.env, TMPDIR: scratch, NODE_ENV: 'test' };
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
