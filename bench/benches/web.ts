import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser.ts';
import type { Bench, Result } from '../bench.ts';
import type { KringServer } from '../kring-server.ts';
import { median, percentile } from '../rounds.ts';
import type { Member, Stand } from '../stand.ts';
import { type FirstLoad, firstLoad, shiftOf } from '../web/first-load.ts';
import { type Opened, opening, typing } from '../web/interactions.ts';
import { memory } from '../web/memory.ts';
import { Phone } from '../web/phone.ts';
import { type Places, placesOf } from '../web/places.ts';
import { scrollingFeed, scrollingThread } from '../web/scrolling.ts';

/** The web client in a real browser, as a phone of the middle class with a usual connection has it. */
export const web: Bench = {
  name: 'web',
  async run(stand: Stand): Promise<Result[]> {
    const url = await stand.copyOf('small', 'web');
    const [member] = await stand.members(url, 1);
    const server = await stand.serve(url);
    const places = await placesOf(url, server, member!);
    const browser = await launchBrowser();
    const onPhone: OnPhone = async (what) => {
      const phone = await Phone.of(browser, server, member!);
      const result = await what(phone);
      await phone.putAway();
      return result;
    };
    const inRounds: InRounds = async (what) => {
      const results = [];
      for (let round = 0; round < stand.rounds; round++) results.push(await onPhone(what));
      return results;
    };
    try {
      return [
        ...firstLoads(await inRounds(firstLoad)),
        ...(await shifts(inRounds, places)),
        ...interactions(await inRounds(typing), await inRounds(opening), await inRounds(onDesk(opening))),
        ...(await scrolls(browser, onPhone, places)),
        await heap(server, member!, places.threads),
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

type OnPhone = <T>(what: (phone: Phone) => Promise<T>) => Promise<T>;
type InRounds = <T>(what: (phone: Phone) => Promise<T>) => Promise<T[]>;

function firstLoads(loads: FirstLoad[]): Result[] {
  const of = (figure: keyof FirstLoad) => median(loads.map((load) => load[figure]));
  return [
    row('home feed, nothing cached: largest paint', of('largestPaintMs') / 1_000, 's', 2),
    row('home feed, nothing cached: JavaScript', of('scriptKB'), 'kB', 200),
    row('home feed: requests to anybody else', of('elsewhere'), 'requests', 0),
  ];
}

async function shifts(inRounds: InRounds, { community, threads }: Places): Promise<Result[]> {
  const pages = {
    'home feed': '/',
    'a community': `/communities/${community}`,
    'a thread': `/threads/${threads[0]}`,
  };
  const results: Result[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const moved = await inRounds((phone) => shiftOf(phone, path));
    results.push(row(`${name}: what moves by itself`, median(moved), 'CLS', 0.02));
  }
  return results;
}

/** The same browser without a phone's processor and network. */
const onDesk =
  <T>(what: (phone: Phone) => Promise<T>) =>
  async (phone: Phone): Promise<T> => {
    await phone.hurry();
    return what(phone);
  };

function interactions(typed: number[][], onPhone: Opened[][], onDesk: Opened[][]): Result[] {
  const untilPaint = onPhone.flat().map((one) => one.untilPaintMs);
  const untilThere = onDesk.flat().map((one) => one.untilThereMs);
  return [
    row('typing in the composer, until the next paint, p75', percentile(typed.flat(), 0.75), 'ms', 100),
    row('opening a thread, until the next paint, p75', percentile(untilPaint, 0.75), 'ms', 100),
    row('opening a thread at a desk, until it is there, p75', percentile(untilThere, 0.75), 'ms', 100),
  ];
}

async function scrolls(browser: Browser, onPhone: OnPhone, { longThread }: Places): Promise<Result[]> {
  const feed = await onPhone((phone) => scrollingFeed(browser, phone));
  const thread = await onPhone((phone) => scrollingThread(browser, phone, longThread));
  return [
    row('scrolling 500 threads, longest task', feed.longestMs, 'ms', 50),
    row('scrolling 500 threads, share of time in tasks over 50 ms', feed.longShare * 100, '%', 0),
    row('a thread of 2,000 replies, opened whole and scrolled, longest task', thread.longestMs, 'ms', 100),
  ];
}

/** In a browser of its own: one that has written down tasks keeps more of everything it runs. */
async function heap(server: KringServer, member: Member, threads: string[]): Promise<Result> {
  const browser = await launchBrowser();
  const { beforeMB, afterMB } = await memory(await Phone.of(browser, server, member), threads);
  await browser.close();
  return {
    what: 'memory after 200 threads were opened',
    subject: `${afterMB.toFixed(1)} MB`,
    baseline: `${beforeMB.toFixed(1)} MB before`,
    value: afterMB / beforeMB,
    limit: { atMost: 1.5 },
  };
}

function row(what: string, value: number, unit: string, atMost: number): Result {
  const digits = atMost < 10 ? 2 : 0;
  return { what, subject: `${value.toFixed(digits)} ${unit}`, baseline: '', value, limit: { atMost }, unit };
}
