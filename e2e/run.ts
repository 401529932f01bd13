import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import type { Journey, Stage, Step } from './journey.ts';
import { away } from './journeys/away.ts';
import { catchingUp } from './journeys/catching-up.ts';
import { comingIn } from './journeys/coming-in.ts';
import { draftsAndFailures } from './journeys/drafts-and-failures.ts';
import { everyView } from './journeys/every-view.ts';
import { findingBack } from './journeys/finding-back.ts';
import { houseRules } from './journeys/house-rules.ts';
import { peopleAndMessages } from './journeys/people-and-messages.ts';
import { theStory } from './journeys/the-story.ts';
import { whereIStand } from './journeys/where-i-stand.ts';
import { whoIsThere } from './journeys/who-is-there.ts';
import { writing } from './journeys/writing.ts';
import { Kring } from './kring.ts';

/*
 * node e2e/run.ts [part of a journey's name] …
 * Plays the journeys against the built Kring in dist/. The last line is {"passed":n,"failed":n}.
 * SCREENSHOTS=<folder> keeps pictures of every view, and of every window when a step fails.
 */
const JOURNEYS: Journey[] = [
  theStory,
  comingIn,
  draftsAndFailures,
  away,
  catchingUp,
  findingBack,
  whoIsThere,
  peopleAndMessages,
  whereIStand,
  houseRules,
  writing,
  everyView,
];

const patterns = process.argv.slice(2);
const wanted = JOURNEYS.filter(
  ({ name }) =>
    patterns.length === 0 || patterns.some((pattern) => pattern.includes(name) || name.includes(pattern)),
);
const total = { passed: 0, failed: 0 };
let stage: Stage | undefined;
let browser: Browser | undefined;
let leaving: Promise<never> | undefined;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(130));
if (wanted.length > 0) {
  browser = await launchBrowser();
  for (const journey of wanted)
    await play(journey, browser).catch((error) => {
      console.error(error);
      total.failed += 1;
      return leave(1);
    });
}
await leave(total.failed > 0 ? 1 : 0);

async function play(journey: Journey, browser: Browser): Promise<void> {
  console.log(`\n${journey.name}`);
  try {
    stage = { kring: await Kring.start(), browser, people: [] };
    await playSteps(journey, stage);
  } catch (error) {
    await leaving; // What failed because everything was stopped did not fail.
    throw error;
  }
  await clear();
}

async function playSteps(journey: Journey, stage: Stage): Promise<void> {
  let isStuck = false;
  for (const step of journey.steps(stage)) {
    if (isStuck) console.log(`  - ${step.name}: not tried`);
    const isPlayed: boolean = !isStuck && (await playStep(step, journey, stage));
    total[isPlayed ? 'passed' : 'failed'] += 1;
    isStuck = !isPlayed && !journey.stepsStandAlone;
  }
}

async function playStep({ name, run }: Step, journey: Journey, stage: Stage): Promise<boolean> {
  const began = performance.now();
  try {
    await run();
    console.log(`  ✓ ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    await leaving;
    console.log(`  ✗ ${name}\n${indent((error instanceof Error && error.stack) || String(error))}`);
    if (!journey.stepsStandAlone) await showWindows(journey, stage);
    return false;
  }
}

async function showWindows(journey: Journey, { kring, people }: Stage): Promise<void> {
  console.log(indent(`Kring said:\n${kring.log}`));
  const folder = process.env.SCREENSHOTS;
  for (const { name, page, complaints } of people) {
    console.log(indent(`${name} was at ${page.url()}${complaints.map((one) => `\n  ${one}`).join('')}`));
    if (!folder) continue;
    await mkdir(folder, { recursive: true });
    const path = join(folder, `failed-${journey.name}-${name}.png`);
    await page.screenshot({ path }).catch(() => undefined);
  }
}

async function clear(): Promise<void> {
  const ended = stage;
  stage = undefined;
  await Promise.allSettled(ended?.people.map((person) => person.leave()) ?? []);
  await Kring.removeAll();
}

function leave(code: number): Promise<never> {
  leaving ??= clear().then(async () => {
    await browser?.close();
    console.log(JSON.stringify(total));
    process.exit(code);
  });
  return leaving;
}

function indent(words: string): string {
  return words.replace(/^/gm, '      ');
}
