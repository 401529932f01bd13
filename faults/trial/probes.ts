import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Company } from '../people/company.ts';
import { Screen } from '../people/screen.ts';
import type { Site } from '../site/site.ts';

/** So long may each part of it take in normal service. */
const NORMAL_MS = 1_500;
const LOOK_EVERY_MS = 20;
const GIVES_UP_AFTER_MS = 60_000;

/** Finds out when everything works: for that, all of it has to. */
export class Probes {
  private readonly company: Company;
  private readonly site: Site;
  private readonly screens: Screen[];
  private readonly threadId: string;

  private constructor(company: Company, site: Site, screens: Screen[], threadId: string) {
    this.company = company;
    this.site = site;
    this.screens = screens;
    this.threadId = threadId;
  }

  static async of(company: Company, site: Site): Promise<Probes> {
    const { prober, probed, probes } = company;
    const wish = { kind: 'update', body: 'Werkt het?' };
    const thread = await prober.does('POST', `/communities/${probes.id}/threads`, wish);
    // One at each process, so that each has to tell what happened at the other.
    const screens = site.webs.map(
      ({ port }) => new Screen(probed, [probes.id], site.origin, `http://127.0.0.1:${port}`),
    );
    for (const screen of screens) await screen.open();
    return new Probes(company, site, screens, thread.id);
  }

  /** Answers how long after `since` it was until a round went well. @throws when none does within a minute */
  async normalAfter(since: number): Promise<number> {
    for (;;) {
      const began = Date.now();
      if (await this.round()) return began - since;
      if (Date.now() - since > GIVES_UP_AFTER_MS) throw new Error('It does not recover within a minute.');
      await pause(100);
    }
  }

  close(): void {
    for (const screen of this.screens) screen.close();
  }

  /** A reply at each process, told by each, and the notification that the worker makes of it. */
  private async round(): Promise<boolean> {
    const { prober, probed } = this.company;
    const written = await Promise.all(
      this.site.webs.map(async ({ port }) => {
        const id = uuidv7();
        const wish = { id, body: `Proef voor @${probed.handle}` };
        const path = `/threads/${this.threadId}/posts`;
        const answer = await within(prober.at(port, this.site.origin).once('POST', path, wish));
        return answer?.status === 201 ? id : null;
      }),
    );
    if (written.includes(null)) return false;
    const everywhere = (screen: Screen) =>
      written.every((id) => screen.toldOf.has(id!) && screen.notifiedOf.has(id!));
    return heard(() => this.screens.every(everywhere));
  }
}

const within = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([work, pause(NORMAL_MS).then(() => null)]);

async function heard(condition: () => boolean): Promise<boolean> {
  for (const end = Date.now() + NORMAL_MS; !condition(); await pause(LOOK_EVERY_MS))
    if (Date.now() > end) return false;
  return true;
}
