import { Command } from 'commander';
import { withInstallation } from '../installation.ts';

export function resetLinkCommand(): Command {
  return new Command('reset-link')
    .description('Print a link with which somebody who forgot the password sets a new one, within an hour')
    .requiredOption('--email <address>', 'the e-mail address with which they log in')
    .action(async ({ email }: { email: string }) => {
      const { makeResetLink } = await import('./make-reset-link.ts');
      const { url } = await withInstallation((installation) => makeResetLink(installation, email));
      console.log(url);
    });
}
