import { Command } from 'commander';
import { loadSettings, runMigrations } from '#platform';
import { withInstallation } from '../installation.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the schema of the database up to date, as the server does when it starts')
    .action(async () => {
      const { DATABASE_OWNER_URL: owner } = loadSettings();
      if (owner) await runMigrations(owner);
      else await withInstallation(async () => undefined);
      console.log('The schema is up to date.');
    });
}
