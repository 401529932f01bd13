import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { Problem, validationPipe } from '#platform';
import { NewAccount } from '#users';
import { withInstallation } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import { askTwice } from './ask-password.ts';

interface Choice {
  name: string;
  email: string;
  passwordFile?: string;
  organisation?: string;
}

export function createAdminCommand(): Command {
  return new Command('create-admin')
    .description('Make an account for an administrator, on a new installation or when nobody can get in')
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--email <address>', 'their e-mail address, with which they log in')
    .option('--password-file <path>', 'a file that holds the password; without it you are asked')
    .option('--organisation <name>', 'name of the organisation, when Kring was not set up yet')
    .action(async ({ name, email, passwordFile, organisation }: Choice) => {
      const password = passwordFile ? fromFile(passwordFile) : await askTwice(`Password of ${name}`);
      const account = await checked({ name, email, password });
      const { createAdmin } = await import('./create-admin.ts');
      await withInstallation((installation) => createAdmin(installation, account, organisation)).catch(
        explain,
      );
      console.log(`${account.name} can log in as ${account.email}.`);
    });
}

function fromFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new Refusal(`The password file ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** The same rules as for everybody who gets an account over HTTP. */
async function checked(given: NewAccount): Promise<NewAccount> {
  return validationPipe().transform(given, { type: 'body', metatype: NewAccount }).catch(explain);
}

function explain(error: unknown): never {
  if (!(error instanceof Problem)) throw error;
  const fields = error.details.errors?.map(({ field, message }) => `The ${field} ${message}.`);
  throw new Refusal(fields?.join('\n') ?? error.message);
}
