import { Command } from 'commander';
import { configurationPage } from './configuration-page.ts';

export function configDocsCommand(): Command {
  return new Command('config-docs')
    .description('Print docs/configuration.md: every setting, what it does and its default')
    .action(() => {
      process.stdout.write(configurationPage());
    });
}
