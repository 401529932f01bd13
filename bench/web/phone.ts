import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { KringServer } from '../kring-server.ts';
import type { Member } from '../stand.ts';

/** As Chrome's dev tools have them: "Fast 4G", and a phone of the middle class. */
const FAST_4G = { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 };
const CPU_SLOWDOWN = 4;

interface Noted {
  url: string;
  type: string;
  bytes: number;
}

/** The browser of somebody who is logged in, on a slow phone with a usual connection; nothing is cached. */
export class Phone {
  readonly page: Page;
  readonly requests: Noted[] = [];
  readonly origin: string;
  private readonly context: BrowserContext;
  private readonly cdp: CDPSession;

  private constructor(context: BrowserContext, page: Page, cdp: CDPSession, origin: string) {
    this.context = context;
    this.page = page;
    this.cdp = cdp;
    this.origin = origin;
  }

  static async of(browser: Browser, server: KringServer, member: Member): Promise<Phone> {
    const origin = `http://localhost:${server.port}`;
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
    });
    await context.addCookies([{ name: 'kring', value: member.token, url: origin }]);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const phone = new Phone(context, page, cdp, origin);
    await phone.noteRequests();
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...FAST_4G });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(observe);
    return phone;
  }

  /** What the page itself has seen of its speed, in milliseconds. */
  seen(): Promise<Seen> {
    return this.page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  }

  /** Forgets what was seen so far. */
  async lookAfresh(): Promise<void> {
    await this.page.evaluate(() => Object.assign((globalThis as any).seen, { shift: 0, interactions: {} }));
  }

  /** Bytes that the page's scripts hold, after everything that nobody needs any more was collected. */
  async heap(): Promise<number> {
    // Twice: what is only let go by a finaliser goes with the second.
    for (let n = 0; n < 2; n++) await this.cdp.send('HeapProfiler.collectGarbage');
    return (await this.cdp.send('Runtime.getHeapUsage')).usedSize;
  }

  /** Where nothing is timed, nobody need wait for a slow processor and network. */
  async hurry(): Promise<void> {
    await this.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await this.cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  putAway(): Promise<void> {
    return this.context.close();
  }

  private async noteRequests(): Promise<void> {
    const running = new Map<string, Noted>();
    this.cdp.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
      const noted = { url: request.url, type, bytes: 0 };
      running.set(requestId, noted);
      this.requests.push(noted);
    });
    this.cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      const noted = running.get(requestId);
      if (noted) noted.bytes += encodedDataLength;
    });
    await this.cdp.send('Network.enable');
  }
}

export interface Seen {
  /** When the largest thing so far was painted. */
  largestPaint: number;
  /** How much moved that nobody asked to move, as Chrome counts it. */
  shift: number;
  /** The longest event of each interaction until the next paint; those under 16 ms are not told. */
  interactions: Record<string, number>;
}

/** Runs in the page, before anything of it. */
function observe(): void {
  const seen: Seen = { largestPaint: 0, shift: 0, interactions: {} };
  Object.assign(globalThis, { seen });
  const on = (type: string, take: (entry: any) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  on('largest-contentful-paint', (entry) => {
    seen.largestPaint = entry.startTime;
  });
  on('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  on(
    'event',
    ({ interactionId, duration }) => {
      if (interactionId)
        seen.interactions[interactionId] = Math.max(seen.interactions[interactionId] ?? 0, duration);
    },
    { durationThreshold: 16 },
  );
}
