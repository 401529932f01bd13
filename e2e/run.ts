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
import { play } from './play.ts';

/*
 * node e2e/run.ts [--every] [part of a journey's name] …
 * Plays the journeys against the built Kring in dist/, two at a time where there are two cores; LANES says otherwise.
 * The last line is {"passed":n,"failed":n}.
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
const total = { passed: 0, failed: 0 };
const browsers: Promise<Browser>[] = [];
/** What was said of journeys that are still played: two lanes must not get mixed up. */
const unfinished = new Set<string[]>();
let leaving: Promise<never> | undefined;

// What a journey left behind must not take the other lane along, nor leave anything running.
process.on('unhandledRejection', (error) => {
  console.error(error);
  total.failed += 1;
  void leave(1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(130));
await Promise.all(Array.from({ length: lanes }, playOneAfterAnother)).catch((error) => {
  console.error(error);
  total.failed += 1;
});
await leave(total.failed > 0 ? 1 : 0);

/** Takes whatever journey nobody has begun. Each lane has its own browser, and so its own clipboard. */
async function playOneAfterAnother(): Promise<void> {
  const launch = launchBrowser();
  browsers.push(launch);
  const browser = await launch;
  for (let journey = wanted.shift(); journey && !leaving; journey = wanted.shift()) {
    const said: string[] = [];
    unfinished.add(said);
    const { passed, failed } = await play(journey, browser, (words) => said.push(words));
    await leaving; // What failed because everything was stopped did not fail.
    unfinished.delete(said);
    total.passed += passed;
    total.failed += failed;
    console.log(said.join('\n'));
  }
}

function leave(code: number): Promise<never> {
  for (const said of unfinished) console.log([...said, '  - stopped here'].join('\n'));
  leaving ??= Kring.removeAll().then(async () => {
    await Promise.allSettled(browsers.map(async (browser) => (await browser).close()));
    console.log(JSON.stringify(total));
    process.exit(code);
  });
  return leaving;
}
