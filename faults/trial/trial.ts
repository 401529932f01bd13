import { setTimeout as pause } from 'node:timers/promises';
import { wrongCounters } from '../checks/counters.ts';
import { wrongFiles } from '../checks/files.ts';
import type { Found } from '../checks/promises.ts';
import { differsFromFresh, type Looking, wrongOnScreen } from '../checks/screens.ts';
import { wrongInStore } from '../checks/stored.ts';
import type { Fault } from '../fault.ts';
import type { Company, Scene } from '../people/company.ts';
import { attack } from '../people/hostile.ts';
import { Ledger } from '../people/ledger.ts';
import type { Tally } from '../people/requests.ts';
import { Screen } from '../people/screen.ts';
import { Writer } from '../people/writer.ts';
import type { Site } from '../site/site.ts';
import { Departure } from './departure.ts';
import { Probes } from './probes.ts';

/** Normal service before the fault, and after it. */
const BEFORE_MS = 2_000;
const AFTER_MS = 1_000;
/** Into the fault, a member is removed, and somebody sends rubbish. */
const INTO_IT_MS = 500;
const SETTLED_WITHIN_MS = 30_000;
/** What was numbered last is told live before everybody asks for it. */
const TELLING_MS = 500;

export interface Outcome {
  fault: Fault;
  found: Found;
  recoveredAfterMs: number;
  tally: Tally;
}

/** One fault, under people who go on working, and what came of it. */
export class Trial {
  private readonly fault: Fault;
  private readonly site: Site;
  private readonly company: Company;
  private readonly scene: Scene;
  private readonly ledger = new Ledger();
  private readonly looking: Looking[] = [];

  private constructor(fault: Fault, site: Site, company: Company, scene: Scene) {
    this.fault = fault;
    this.site = site;
    this.company = company;
    this.scene = scene;
  }

  static async of(fault: Fault, site: Site, company: Company): Promise<Outcome> {
    const trial = new Trial(fault, site, company, await company.scene(fault.name));
    return trial.run();
  }

  private async run(): Promise<Outcome> {
    const { site, company, scene, fault, looking, ledger } = this;
    const endedBefore = site.endedByItself.length;
    const probes = await Probes.of(company, site);
    const departure = await Departure.of(company, scene, site);
    try {
      await this.openScreens();
      const tally = company.countAnew();
      const { normalAt, recoveredAfterMs } = await this.whilePeopleWork(() => this.suffer(probes, departure));
      await this.settled();
      const ended = site.endedByItself.slice(endedBefore).filter(({ name }) => !fault.mayEnd?.includes(name));
      const found: Found = {
        P01: await this.wrongWithAccepted(),
        P02: (await Promise.all(looking.map(differsFromFresh))).flat(),
        P03: await departure.whatReaches(
          normalAt,
          ledger.in(scene.closed.id).map(({ threadId }) => threadId),
        ),
        P08: ended.map(({ name, how }) => `${name} ended by itself (${how})`),
      };
      return { fault, found, recoveredAfterMs, tally };
    } finally {
      for (const each of [probes, departure, ...looking.map(({ screen }) => screen)]) each.close();
    }
  }

  /** They end what they have begun; what one of them could not do is thrown. */
  private async whilePeopleWork<T>(happens: () => Promise<T>): Promise<T> {
    const over = new AbortController();
    const working = Promise.all(this.writers().map((writer) => writer.workUntil(over.signal)));
    working.catch(() => undefined);
    try {
      return await happens();
    } finally {
      over.abort();
      await working;
    }
  }

  private async suffer(probes: Probes, departure: Departure) {
    const { site, company } = this;
    await pause(BEFORE_MS);
    const rubbish = () => Promise.all(site.webs.map(({ port }) => attack(port, site.origin, company.guest)));
    const meanwhile = pause(INTO_IT_MS).then(() => Promise.all([departure.happens(), rubbish()]));
    meanwhile.catch(() => undefined);
    await this.fault.strike(site);
    const healedAt = Date.now();
    const recoveredAfterMs = await probes.normalAfter(healedAt);
    await meanwhile;
    const normalAt = healedAt + recoveredAfterMs;
    await pause(Math.max(0, departure.goneAt(normalAt) - Date.now()) + AFTER_MS);
    return { normalAt, recoveredAfterMs };
  }

  private async openScreens(): Promise<void> {
    const { writers, insiders, reader, guest } = this.company;
    const { open, closed } = this.scene;
    for (const person of [...writers, reader, guest]) {
      const reads = insiders.includes(person) ? [open.id, closed.id] : [open.id];
      const screen = await new Screen(person, [open.id, closed.id], this.site.origin).open();
      this.looking.push({ who: person.name, screen, reads });
    }
  }

  private writers(): Writer[] {
    const { writers, insiders } = this.company;
    const { open, closed } = this.scene;
    const colleagues = (place: string) => (place === open.id ? writers : insiders);
    return writers.map((person, at) => {
      const places = insiders.includes(person) ? [open, closed] : [open];
      return new Writer(person, {
        screen: this.looking[at]!.screen,
        places,
        colleagues,
        ledger: this.ledger,
      });
    });
  }

  /** All is numbered, all that follows from it is done, and every screen has heard of it. */
  private async settled(): Promise<void> {
    const end = Date.now() + SETTLED_WITHIN_MS;
    for (;;) {
      const [log] = await this.site.rows<{ head: number; settled: boolean }>(
        `SELECT head::float8 AS head, NOT EXISTS (SELECT FROM outbox)
           AND NOT EXISTS (SELECT FROM consumers WHERE seq < head) AS settled FROM event_log`,
      );
      if (log!.settled) {
        await pause(TELLING_MS);
        const cursors = await Promise.all(this.looking.map(({ screen }) => screen.comesBack()));
        if (cursors.every((cursor) => cursor >= log!.head)) return;
      }
      if (Date.now() > end) throw new Error('It does not come to rest.');
      await pause(100);
    }
  }

  private async wrongWithAccepted(): Promise<string[]> {
    const { site, ledger, scene, company } = this;
    return [
      ...(await wrongInStore(site, ledger, [scene.open.id, scene.closed.id])),
      ...(await wrongCounters(site)),
      ...(await wrongFiles(site.origin, company.owner, ledger)),
      ...this.looking.flatMap((looking) => wrongOnScreen(looking, ledger)),
    ];
  }
}
