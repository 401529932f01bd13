import { Command } from 'commander';
import { passphrase } from './passphrase.ts';
import { Progress } from './progress.ts';
import { verifyBackup } from './verify-backup.ts';

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Read a backup from beginning to end and check that every byte of it is as it was written')
    .argument('<file>', 'the backup')
    .action(async (file: string) => {
      const progress = new Progress();
      const { manifest, rows, files, missingFiles } = await verifyBackup(file, passphrase(), (entry) =>
        progress.show(entry, 0),
      );
      progress.end();
      console.log(
        `Complete and unchanged. Made ${manifest.madeAt} by Kring ${manifest.version} from Postgres ${manifest.postgres}.`,
      );
      console.log(
        `${rows.toLocaleString('en')} rows in ${manifest.tables.length} tables, ${files.toLocaleString('en')} files.`,
      );
      if (missingFiles > 0) console.log(`${missingFiles} files had no content when it was made.`);
    });
}
