import { Command } from 'commander';
import { LocalFileStore } from '#files';
import { passphrase } from '../backup/passphrase.ts';
import { Progress } from '../backup/progress.ts';
import { withDatabase } from '../installation.ts';
import { restore } from './restore.ts';

export function restoreCommand(): Command {
  return new Command('restore')
    .description('Put a backup into an empty installation of the same or a newer version')
    .argument('<file>', 'the backup')
    .action(async (file: string) => {
      const progress = new Progress();
      const restored = await withDatabase((settings) =>
        restore({
          path: file,
          passphrase: passphrase(),
          databaseUrl: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL,
          store: new LocalFileStore(settings),
          dataFolder: settings.KRING_DATA,
          progress: (entry) => progress.show(entry, 0),
        }),
      );
      progress.end();
      const { manifest, files, missingFiles, settingsAt } = restored;
      console.log(
        `Restored what was backed up at ${manifest.madeAt} by Kring ${manifest.version}, with ${files} files.`,
      );
      if (missingFiles.length > 0)
        console.log(`Without content, as in the backup: ${missingFiles.join(', ')}`);
      if (settingsAt)
        console.log(
          `The settings of the old installation are in ${settingsAt}. Delete it when you are done.`,
        );
      console.log('Everybody has to log in again, and open invitations have ended: send new ones.');
    });
}
