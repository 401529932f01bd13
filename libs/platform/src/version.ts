import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** Of this Kring, as in package.json. */
export const KRING_VERSION: string = JSON.parse(
  readFileSync(findPackageJSON(import.meta.url) ?? 'package.json', 'utf8'),
).version;
