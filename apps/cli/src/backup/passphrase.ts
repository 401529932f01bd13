import { readFileSync } from 'node:fs';
import { Refusal } from '../refusal.ts';

const SHORTEST = 12;

/** Of the backups, from the environment or a file. @throws Refusal if it is too short to protect anything */
export function passphrase(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { KRING_BACKUP_PASSPHRASE: given, KRING_BACKUP_PASSPHRASE_FILE: file } = environment;
  const secret = file ? read(file) : given;
  if (!secret) return undefined;
  if (secret.length < SHORTEST)
    throw new Refusal(`The passphrase of the backup needs at least ${SHORTEST} characters.`);
  return secret;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Refusal(
      `KRING_BACKUP_PASSPHRASE_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}
