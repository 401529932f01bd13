import { FileStore } from '#files';
import { EventLog } from '#platform';
import type { Kring } from '#server-testing';
import type { Examined } from '../src/check.ts';
import { type Examination, examine, type Order } from '../src/doctor.ts';
import type { Finding } from '../src/finding.ts';

/** What the Postgres of the tests is: quick and careless. */
const OF_THE_TEST_DATABASE = new Set(['database.unsafe', 'database.no-autovacuum']);

/** A Kring that runs, as the doctor sees it. */
export function patientOf(kring: Kring, more: Partial<Examined> = {}): Examined {
  const { database, settings } = kring;
  return {
    settings,
    environment: {},
    database,
    owner: database,
    store: kring.app.get(FileStore, { strict: false }),
    write: (work) => kring.app.get(EventLog).write(work),
    thorough: false,
    ...more,
  };
}

export interface Seen {
  findings: Finding[];
  /** Of all that is not well. */
  codes: string[];
  repaired: string[];
}

export async function see(patient: Examined, order: Order = {}): Promise<Seen> {
  const examinations: Examination[] = [];
  for await (const examination of examine(patient, order)) examinations.push(examination);
  const findings = examinations
    .flatMap((examination) => examination.findings)
    .filter(({ code, level }) => level !== 'ok' && !OF_THE_TEST_DATABASE.has(code));
  return {
    findings,
    codes: findings.map(({ code }) => code),
    repaired: examinations.flatMap((examination) => examination.repaired),
  };
}

/** Looks, sees what is wrong, repairs it, and sees that all is well. Answers the findings and what was done. */
export async function healed(patient: Examined, check: string): Promise<Seen & { left: string[] }> {
  const before = await see(patient, { only: [check] });
  const { repaired, codes: left } = await see(patient, { only: [check], repair: true });
  return { ...before, repaired, left };
}
