import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadSettings, StartupProblem } from '#platform';
import { type Examination, examine, type Finding, type Level, worst } from '#upkeep';
import { withDatabase } from '../installation.ts';
import { withPatient } from './patient.ts';

export interface Order {
  only: string[];
  repair: boolean;
  thorough: boolean;
}

/** What the whole examination came to. */
export interface Verdict {
  level: Level;
  examinations: Examination[];
}

/** Examines this installation; `seen` is told of each check as it is done. */
export async function examineAll(order: Order, seen: (examination: Examination) => void): Promise<Verdict> {
  const examinations: Examination[] = [];
  const note = (examination: Examination) => {
    examinations.push(examination);
    seen(examination);
  };
  try {
    mustBeThere();
    await withDatabase((settings) =>
      withPatient(settings, order, async (patient) => {
        for await (const examination of examine(patient, order)) note(examination);
      }),
    );
  } catch (error) {
    if (!(error instanceof StartupProblem)) throw error;
    note(unfit(error));
  }
  return { level: worst(examinations), examinations };
}

/** The embedded database is started for who asks for it, and made where there is none: not by somebody who only looks. */
function mustBeThere(): void {
  const { DATABASE_URL, KRING_DATA } = loadSettings();
  if (DATABASE_URL || existsSync(join(KRING_DATA, 'postgres', 'PG_VERSION'))) return;
  throw new StartupProblem(
    `There is no Kring in ${resolve(KRING_DATA)}.`,
    'Set KRING_DATA or DATABASE_URL as the server has them, or start Kring once.',
  );
}

/** Wrong settings, or no database: there is nothing else to look at. */
function unfit({ cause, remedy }: StartupProblem): Examination {
  const check = cause.startsWith('Wrong settings') ? 'settings' : 'database';
  const finding: Finding = { code: `${check}.unusable`, level: 'failure', says: cause, remedy };
  return { check, level: 'failure', findings: [finding], repaired: [] };
}
