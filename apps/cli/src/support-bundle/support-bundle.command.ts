import { Command } from 'commander';
import { makeBundle } from './make-bundle.ts';

interface Choice {
  to?: string;
  log?: string;
  server?: string;
}

export function supportBundleCommand(): Command {
  return new Command('support-bundle')
    .description(
      'Gather what somebody needs to find a fault into one file, without anything that people wrote',
    )
    .option('--to <file>', 'where it is put; by default kring-support-<time>.tar.gz, here')
    .option(
      '--log <file>',
      'what Kring printed, as JSON lines: the newest are added, without names and quotations',
    )
    .option('--server <address>', 'of the Kring whose metrics are added; by default the one on this machine')
    .addHelpText(
      'after',
      `
It holds versions, settings (secrets left out), what "kring doctor" says, metrics, and sizes and plans of tables.
Look into it before you send it: tar xzf <file>. See docs/admin/doctor.md.`,
    )
    .action(async ({ to, log, server }: Choice) => {
      console.log(await makeBundle({ to, log, server }));
    });
}
