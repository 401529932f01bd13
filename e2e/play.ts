import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Journey, Stage, Step } from './journey.ts';
import { Kring } from './kring.ts';

type Say = (words: string) => void;

/** How a journey went: of what failed, and could not be tried behind it, the names of the steps. */
export interface Outcome {
  passed: number;
  failures: string[];
}

/** Plays one journey on a Kring of its own, says how its steps go, and leaves nothing behind. */
export async function play(journey: Journey, browser: Browser, say: Say): Promise<Outcome> {
  say(`\n${journey.name}`);
  const people: Stage['people'] = [];
  let kring: Kring | undefined;
  try {
    kring = await Kring.start();
    return await playSteps(journey, { kring, browser, people }, say);
  } catch (error) {
    say(`  ✗ could not be played\n${indent(stackOf(error))}`);
    return { passed: 0, failures: ['could not be played'] };
  } finally {
    await Promise.allSettled(people.map((person) => person.leave()));
    await kring?.remove();
  }
}

async function playSteps(journey: Journey, stage: Stage, say: Say): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failures: [] };
  let isStuck = false;
  for (const step of journey.steps(stage)) {
    if (isStuck) say(`  - ${step.name}: not tried`);
    const isPlayed: boolean = !isStuck && (await playStep(step, journey, stage, say));
    if (isPlayed) outcome.passed += 1;
    else outcome.failures.push(step.name);
    isStuck = !isPlayed && !journey.stepsStandAlone;
  }
  return outcome;
}

async function playStep({ name, run }: Step, journey: Journey, stage: Stage, say: Say): Promise<boolean> {
  const began = performance.now();
  try {
    await run();
    say(`  ✓ ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    say(`  ✗ ${name}\n${indent(stackOf(error))}`);
    if (!journey.stepsStandAlone) await showWindows(journey, stage, say);
    return false;
  }
}

async function showWindows(journey: Journey, { kring, people }: Stage, say: Say): Promise<void> {
  say(indent(`Kring said:\n${kring.log}`));
  const folder = process.env.SCREENSHOTS;
  for (const { name, page, complaints } of people) {
    const seen = [...complaints, ...(await fieldsOn(page).catch(() => []))];
    say(indent(`${name} was at ${page.url()}${seen.map((one) => `\n  ${one}`).join('')}`));
    if (!folder) continue;
    await mkdir(folder, { recursive: true });
    const path = join(folder, `failed-${journey.name}-${name}.png`);
    await page.screenshot({ path }).catch(() => undefined);
  }
}

/** What stands in the fields is often what a step waited for. */
const fieldsOn = (page: Page): Promise<string[]> =>
  page
    .getByRole('textbox')
    .evaluateAll((all) =>
      all.map((it) => `${it.ariaLabel ?? it.tagName}: ${'value' in it ? it.value : it.textContent}`),
    );

const stackOf = (error: unknown) => (error instanceof Error && error.stack) || String(error);
const indent = (words: string) => words.replace(/^/gm, '      ');
