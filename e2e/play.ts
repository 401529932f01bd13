import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Journey, Stage, Step } from './journey.ts';
import { Kring } from './kring.ts';

type Say = (words: string) => void;

interface Outcome {
  passed: number;
  failed: number;
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
    return { passed: 0, failed: 1 };
  } finally {
    await Promise.allSettled(people.map((person) => person.leave()));
    await kring?.remove();
  }
}

async function playSteps(journey: Journey, stage: Stage, say: Say): Promise<Outcome> {
  const total = { passed: 0, failed: 0 };
  let isStuck = false;
  for (const step of journey.steps(stage)) {
    if (isStuck) say(`  - ${step.name}: not tried`);
    const isPlayed: boolean = !isStuck && (await playStep(step, journey, stage, say));
    total[isPlayed ? 'passed' : 'failed'] += 1;
    isStuck = !isPlayed && !journey.stepsStandAlone;
  }
  return total;
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
    say(indent(`${name} was at ${page.url()}${complaints.map((one) => `\n  ${one}`).join('')}`));
    if (!folder) continue;
    await mkdir(folder, { recursive: true });
    const path = join(folder, `failed-${journey.name}-${name}.png`);
    await page.screenshot({ path }).catch(() => undefined);
  }
}

const stackOf = (error: unknown) => (error instanceof Error && error.stack) || String(error);
const indent = (words: string) => words.replace(/^/gm, '      ');
