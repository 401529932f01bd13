import { availableParallelism } from 'node:os';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import type { Journey } from './journey.ts';
import { away } from './journeys/away.ts';
import { badDays } from './journeys/bad-days.ts';
import { byKeyboard } from './journeys/by-keyboard.ts';
import { catchingUp } from './journeys/catching-up.ts';
import { comingIn } from './journeys/coming-in.ts';
import { cutOff } from './journeys/cut-off.ts';
import { draftsAndFailures } from './journeys/drafts-and-failures.ts';
import { everyState } from './journeys/every-state.ts';
import { everyView } from './journeys/every-view.ts';
import { everyWord } from './journeys/every-word.ts';
import { findingBack } from './journeys/finding-back.ts';
import { forEverybody } from './journeys/for-everybody.ts';
import { hostileWords } from './journeys/hostile-words.ts';
import { houseRules } from './journeys/house-rules.ts';
import { outOfReach } from './journeys/out-of-reach.ts';
import { peopleAndMessages } from './journeys/people-and-messages.ts';
import { theStory } from './journeys/the-story.ts';
import { whatCannotBeShown } from './journeys/what-cannot-be-shown.ts';
import { whereIStand } from './journeys/where-i-stand.ts';
import { whoIsThere } from './journeys/who-is-there.ts';
import { writing } from './journeys/writing.ts';
import { Kring } from './kring.ts';
import { type Outcome, play } from './play.ts';

/*
 * node e2e/run.ts [--every] [--again] [part of a journey's name] …
 * Plays the journeys against the built Kring in dist/, two at a time where there are two cores; LANES says otherwise.
 * With --again those that fail are played once more, alone, and the second time counts.
 * The last line is {"passed":n,"failures":[…],"unsteady":[…]}: the names of steps, unsteady if good the second time.
 * SCREENSHOTS=<folder> keeps pictures of every view, and of every window when a step fails.
 */
/** Walks through every view there is, which take longer than all journeys: with `--every`, or by name. */
const WALKS: Journey[] = [...everyView, everyState, everyWord];
/** The longest first, so that no lane has much left when the other is done. */
const JOURNEYS: Journey[] = [
  cutOff,
  theStory,
  hostileWords,
  draftsAndFailures,
  catchingUp,
  whoIsThere,
  away,
  findingBack,
  writing,
  comingIn,
  peopleAndMessages,
  whereIStand,
  houseRules,
  byKeyboard,
  forEverybody,
  badDays,
  outOfReach,
  whatCannotBeShown,
];

const patterns = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const isEvery = patterns.length > 0 || process.argv.includes('--every');
const wanted = (isEvery ? [...WALKS, ...JOURNEYS] : JOURNEYS).filter(
  ({ name }) =>
    patterns.length === 0 || patterns.some((pattern) => pattern.includes(name) || name.includes(pattern)),
);
const lanes = Math.min(wanted.length, Number(process.env.LANES ?? Math.min(2, availableParallelism())));
const isTriedAgain = process.argv.includes('--again');
const outcomes = new Map<Journey, Outcome>();
const unsteady: string[] = [];
/** What failed outside all journeys. */
const failures: string[] = [];
const browsers: Promise<Browser>[] = [];
/** What was said of journeys that are still played: two lanes must not get mixed up. */
const unfinished = new Set<string[]>();
let leaving: Promise<never> | undefined;

// What a journey left behind must not take the other lane along, nor leave anything running.
process.on('unhandledRejection', (error) => {
  console.error(error);
  failures.push(`what a journey left behind: ${error}`);
  void leave();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(130));
await Promise.all(Array.from({ length: lanes }, () => playOneAfterAnother(wanted)))
  .then(playFailedAgain)
  .catch((error) => {
    console.error(error);
    failures.push(`the run: ${error}`);
  });
await leave();

/** Takes whatever journey nobody has begun. Each lane has its own browser, and so its own clipboard. */
async function playOneAfterAnother(journeys: Journey[]): Promise<void> {
  const launch = launchBrowser();
  browsers.push(launch);
  const browser = await launch;
  for (let journey = journeys.shift(); journey && !leaving; journey = journeys.shift()) {
    const said: string[] = [];
    unfinished.add(said);
    const outcome = await play(journey, browser, (words) => said.push(words));
    await leaving; // What failed because everything was stopped did not fail.
    unfinished.delete(said);
    outcomes.set(journey, outcome);
    console.log(said.join('\n'));
  }
}

/** A busy machine fails one that is sound; one that is not fails twice. What was mended by trying is told all the same. */
async function playFailedAgain(): Promise<void> {
  const failed = [...outcomes].filter(([, outcome]) => outcome.failures.length > 0);
  if (!isTriedAgain || failed.length === 0) return;
  console.log(`\nOnce more, alone: ${failed.map(([{ name }]) => name).join(', ')}`);
  await playOneAfterAnother(failed.map(([journey]) => journey));
  for (const [journey, first] of failed) {
    const second = new Set(outcomes.get(journey)!.failures);
    unsteady.push(
      ...named(
        journey,
        first.failures.filter((step) => !second.has(step)),
      ),
    );
  }
}

function leave(code?: number): Promise<never> {
  for (const said of unfinished) console.log([...said, '  - stopped here'].join('\n'));
  leaving ??= Kring.removeAll().then(async () => {
    await Promise.allSettled(browsers.map(async (browser) => (await browser).close()));
    let passed = 0;
    for (const [journey, outcome] of outcomes) {
      passed += outcome.passed;
      failures.push(...named(journey, outcome.failures));
    }
    console.log(JSON.stringify({ passed, failures, unsteady }));
    process.exit(code ?? (failures.length > 0 ? 1 : 0));
  });
  return leaving;
}

function named(journey: Journey, steps: string[]): string[] {
  return steps.map((step) => `${journey.name}: ${step}`);
}
