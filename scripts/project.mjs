import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const inProject = (...path) => join(ROOT, ...path);
export const exists = (...path) => existsSync(inProject(...path));

/** The JavaScript program of an installed tool, run with our own Node rather than with the first of the PATH. */
export const tool = (path) => inProject('node_modules', path);

/** The environment without node_modules/.bin in the PATH, for programs that replace node_modules. */
export function environmentOutside() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...process.env, PATH: path.join(delimiter) };
}
