import { Command } from 'commander';
import { withInstallation } from '../installation.ts';
import { recountAll } from './recount.ts';

const SHOWN = 10;

export function recountCommand(): Command {
  return new Command('recount')
    .description('Compare every counter with what it counts; exit code 1 when one is wrong')
    .option('--fix', 'set the wrong ones right, and tell clients that may show them')
    .action(async ({ fix = false }: { fix?: boolean }) => {
      const results = await withInstallation(({ DATABASE_URL }) => recountAll(DATABASE_URL, { fix }));
      for (const { counter, wrong, examples, corrected } of results) {
        const after = corrected > 0 ? `, ${corrected} set right` : '';
        console.log(`${counter}: ${wrong === 0 ? 'right' : `${wrong} wrong${after}`}`);
        for (const { id, stands, counted } of examples.slice(0, SHOWN))
          console.log(`  ${id}: ${stands}, counted ${counted}`);
        if (wrong > SHOWN) console.log(`  and ${wrong - SHOWN} more`);
      }
      if (!fix && results.some(({ wrong }) => wrong > 0)) process.exitCode = 1;
    });
}
