import { Command, InvalidArgumentError } from 'commander';
import { Refusal } from '../refusal.ts';
import { everyNightAt } from './every-night.ts';
import { passphrase } from './passphrase.ts';
import { backUp } from './run-backup.ts';
import { verifyCommand } from './verify.command.ts';

interface Choice {
  to?: string;
  keep?: number;
  unencrypted?: boolean;
  everyNightAt?: string;
}

export function backupCommand(): Command {
  return new Command('backup')
    .description('Copy the whole installation into one file, while it is in use')
    .option('--to <folder>', 'where the file is put; by default `backups` in KRING_DATA')
    .option('--keep <number>', 'afterwards remove all but that many of the newest backups there', atLeastOne)
    .option('--unencrypted', 'without a passphrase; settings and secrets are then left out')
    .option('--every-night-at <time>', 'stay, and do so every day at that time, such as 02:30', timeOfDay)
    .action(async ({ to, keep, unencrypted, everyNightAt: time }: Choice) => {
      const order = { to, keep, passphrase: unencrypted ? undefined : mustHavePassphrase() };
      if (time) await everyNightAt(time, () => backUp(order));
      else await backUp(order);
    })
    .addCommand(verifyCommand());
}

function mustHavePassphrase(): string {
  const secret = passphrase();
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

function timeOfDay(text: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new InvalidArgumentError('a time such as 02:30.');
  return text;
}
