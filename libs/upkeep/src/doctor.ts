import type { Check, Examined } from './check.ts';
import { backupCheck } from './checks/backup.check.ts';
import { certificateCheck } from './checks/certificate.check.ts';
import { clockCheck } from './checks/clock.check.ts';
import { countersCheck } from './checks/counters.check.ts';
import { databaseCheck } from './checks/database.check.ts';
import { logCheck } from './checks/log.check.ts';
import { orphansCheck } from './checks/orphans.check.ts';
import { peopleCheck } from './checks/people.check.ts';
import { redisCheck } from './checks/redis.check.ts';
import { replicasCheck } from './checks/replicas.check.ts';
import { isCurrent, schemaCheck } from './checks/schema.check.ts';
import { settingsCheck } from './checks/settings.check.ts';
import { storageCheck } from './checks/storage.check.ts';
import type { Finding, Level } from './finding.ts';

/** Those that look at tables come after the one that says whether they are there. */
const CHECKS: Check[] = [
  settingsCheck,
  certificateCheck,
  redisCheck,
  databaseCheck,
  replicasCheck,
  schemaCheck,
  clockCheck,
  logCheck,
  peopleCheck,
  countersCheck,
  orphansCheck,
  storageCheck,
  backupCheck,
];
const WITHOUT_TABLES = new Set([settingsCheck, certificateCheck, redisCheck, schemaCheck]);

export const CHECK_NAMES: string[] = CHECKS.map(({ name }) => name);

/** A check and what it found; `repaired` says in sentences what was put right, and what could not be. */
export interface Examination {
  check: string;
  level: Level;
  findings: Finding[];
  repaired: string[];
}

export interface Order {
  /** All when empty. */
  only?: string[];
  repair?: boolean;
}

/** One check after the other, as it is done. With `repair` each is done again after something was put right. */
export async function* examine(
  kring: Examined,
  { only = [], repair = false }: Order = {},
): AsyncGenerator<Examination> {
  const current = await isCurrent(kring.database);
  for (const check of CHECKS) {
    if (only.length > 0 && !only.includes(check.name)) continue;
    if (!current && !WITHOUT_TABLES.has(check)) continue;
    let findings = await look(check, kring);
    const repaired: string[] = [];
    if (repair)
      for (const { repair: putRight } of findings) if (putRight) repaired.push(await attempt(putRight));
    if (repaired.length > 0) findings = await look(check, kring);
    yield { check: check.name, level: worst(findings), findings, repaired };
  }
}

async function look(check: Check, kring: Examined): Promise<Finding[]> {
  try {
    return await check.examine(kring);
  } catch (error) {
    return [
      {
        code: `${check.name}.not-examined`,
        level: 'failure',
        says: `This could not be looked at: ${(error as Error).message}.`,
        remedy: 'If the rest does not explain it, report it with a support bundle.',
      },
    ];
  }
}

async function attempt(putRight: () => Promise<string>): Promise<string> {
  try {
    return await putRight();
  } catch (error) {
    return `Could not be put right: ${(error as Error).message}.`;
  }
}

export function worst(findings: Array<{ level: Level }>): Level {
  const levels = new Set(findings.map(({ level }) => level));
  return levels.has('failure') ? 'failure' : levels.has('warning') ? 'warning' : 'ok';
}
