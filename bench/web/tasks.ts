import type { Browser, Page } from 'playwright-core';

/** Beyond this a finger feels it. */
const LONG_MS = 50;

export interface Tasks {
  longestMs: number;
  /** Of all the time, what went into tasks of more than 50 ms. */
  longShare: number;
}

/** Times are microseconds; `tdur` is the thread's own, without what other processes took meanwhile. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args?: { name?: string };
}

/** What the page's main thread does meanwhile, task by task, as Chrome itself writes it down. */
export async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<Tasks> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && main.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('Chrome wrote down no tasks.');
  const times = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  const begins = tasks.map(({ ts }) => ts / 1_000).sort((a, b) => a - b);
  const all = begins.at(-1)! - begins[0]!;
  const long = times.filter((ms) => ms > LONG_MS).reduce((sum, ms) => sum + ms, 0);
  // Not by `Math.max(...times)`: there are hundreds of thousands.
  return { longestMs: times.reduce((most, ms) => Math.max(most, ms), 0), longShare: long / all };
}
