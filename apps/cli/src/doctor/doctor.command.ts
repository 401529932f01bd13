import { Command, Option } from 'commander';
import { KRING_VERSION } from '#platform';
import { CHECK_NAMES, type Examination, type Level } from '#upkeep';
import { conclusion, printed } from './print.ts';
import { examineAll } from './report.ts';

/** Those that monitoring systems know: 3 is kept for "could not tell". */
const EXIT_CODES: Record<Level, number> = { ok: 0, warning: 1, failure: 2 };
const COULD_NOT_TELL = 3;

interface Choice {
  repair?: boolean;
  thorough?: boolean;
  json?: boolean;
  only?: string[];
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Look whether this installation is sound, and say what to do where it is not')
    .option('--repair', 'put right what can be put right without harm, and say what was done')
    .option('--thorough', 'also read every file and every foreign key; takes long')
    .addOption(new Option('--only <checks...>', 'look at these alone').choices(CHECK_NAMES))
    .option('--json', 'answer as JSON, for programs')
    .addHelpText(
      'after',
      `
Exit codes: 0 all is well, 1 there are warnings, 2 there are failures, 3 it could not be examined.
Without --repair nothing is changed. It may run while Kring is in use. See docs/admin/doctor.md.`,
    )
    .action(async ({ repair = false, thorough = false, json = false, only = [] }: Choice) => {
      process.exitCode = COULD_NOT_TELL;
      const show = (examination: Examination) => {
        if (!json) console.log(printed(examination));
      };
      const { level, examinations } = await examineAll({ only, repair, thorough }, show);
      if (json) console.log(JSON.stringify({ version: KRING_VERSION, level, checks: examinations }, null, 2));
      else console.log(`\n${conclusion(level)}`);
      process.exitCode = EXIT_CODES[level];
    });
}
