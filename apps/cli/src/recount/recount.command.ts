import { Command } from 'commander';
import { withInstallation } from '../installation.ts';
import { recount } from './recount.ts';

const SHOWN = 10;

export function recountCommand(): Command {
  return new Command('recount')
    .description('Compare every counter with what it counts; exit code 1 when one is wrong')
    .option('--fix', 'set the wrong ones right')
    .action(async ({ fix = false }: { fix?: boolean }) => {
      const results = await withInstallation(({ DATABASE_URL }) => recount(DATABASE_URL, { fix }));
      for (const { counter, wrong, corrected } of results) {
        const after = corrected > 0 ? `, ${corrected} set right` : '';
        console.log(`${counter}: ${wrong.length === 0 ? 'right' : `${wrong.length} wrong${after}`}`);
        for (const { id, stands, counted } of wrong.slice(0, SHOWN))
          console.log(`  ${id}: ${stands}, counted ${counted}`);
        if (wrong.length > SHOWN) console.log(`  and ${wrong.length - SHOWN} more`);
      }
      if (!fix && results.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
    });
}
