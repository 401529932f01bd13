import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { LocalFileStore } from '#files';
import { withDatabase } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import { makeBackup } from './make-backup.ts';
import { backupName, removeOlder } from './older-backups.ts';
import { passphrase } from './passphrase.ts';
import { Progress } from './progress.ts';
import { verifyCommand } from './verify.command.ts';

interface Choice {
  to?: string;
  keep?: number;
  unencrypted?: boolean;
}

export function backupCommand(): Command {
  return new Command('backup')
    .description('Copy the whole installation into one file, while it is in use')
    .option('--to <folder>', 'where the file is put; by default `backups` in KRING_DATA')
    .option('--keep <number>', 'afterwards remove all but that many of the newest backups there', atLeastOne)
    .option('--unencrypted', 'without a passphrase; settings and secrets are then left out')
    .action(async (choice: Choice) => {
      const secret = secretFor(choice);
      await withDatabase(async (settings) => {
        const folder = resolve(choice.to ?? join(settings.KRING_DATA, 'backups'));
        await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
          throw new Refusal(`The folder ${folder} cannot be made (${error.code}).`);
        });
        const path = join(folder, backupName(new Date(), secret !== undefined));
        const progress = new Progress();
        const { rows, files, missingFiles } = await makeBackup({
          databaseUrl: settings.DATABASE_URL,
          store: new LocalFileStore(settings),
          path,
          passphrase: secret,
          settings,
          progress: (what, done) => progress.show(what, done),
        });
        progress.end();
        const { size } = await stat(path);
        console.error(
          `${rows.toLocaleString('en')} rows and ${files.toLocaleString('en')} files in ${(size / 1e6).toFixed(1)} MB.`,
        );
        if (missingFiles.length > 0)
          console.error(
            `${missingFiles.length} files have no content any more; \`kring doctor\` lists them.`,
          );
        for (const name of choice.keep ? await removeOlder(folder, choice.keep) : [])
          console.error(`Removed ${name}.`);
        console.log(path);
      });
    })
    .addCommand(verifyCommand());
}

function secretFor({ unencrypted }: Choice): string | undefined {
  const secret = passphrase();
  if (unencrypted) return undefined;
  if (secret) return secret;
  throw new Refusal(
    'A backup holds everything people wrote, and your secrets: set KRING_BACKUP_PASSPHRASE or KRING_BACKUP_PASSPHRASE_FILE ' +
      '(at least 12 characters), and keep a copy of it elsewhere. Or say --unencrypted.',
  );
}

function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('a number from 1 on.');
  return Number(text);
}
