import 'reflect-metadata';
import { Command } from 'commander';
import { StartupProblem } from '#platform';
import { backupCommand } from './backup/backup.command.ts';
import { configDocsCommand } from './config-docs/config-docs.command.ts';
import { createAdminCommand } from './create-admin/create-admin.command.ts';
import { doctorCommand } from './doctor/doctor.command.ts';
import { migrateCommand } from './migrate/migrate.command.ts';
import { recountCommand } from './recount/recount.command.ts';
import { Refusal } from './refusal.ts';
import { resetLinkCommand } from './reset-link/reset-link.command.ts';
import { restoreCommand } from './restore/restore.command.ts';
import { seedCommand } from './seed/seed.command.ts';
import { supportBundleCommand } from './support-bundle/support-bundle.command.ts';

const program = new Command('kring')
  .description(
    'Runs and inspects an installation of Kring. Settings come from the environment, as for the server.',
  )
  .showHelpAfterError()
  .addCommand(createAdminCommand())
  .addCommand(resetLinkCommand())
  .addCommand(seedCommand())
  .addCommand(doctorCommand())
  .addCommand(supportBundleCommand())
  .addCommand(recountCommand())
  .addCommand(migrateCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(configDocsCommand());

try {
  await program.parseAsync();
  process.exit();
} catch (error) {
  if (error instanceof StartupProblem) console.error(`\n${error.cause}\n${error.remedy}\n`);
  else if (error instanceof Refusal) console.error(`\n${error.message}\n`);
  else console.error(error);
  process.exit(process.exitCode || 1);
}
