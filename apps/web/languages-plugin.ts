import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = 'virtual:languages';
const RESOLVED = `\0${NAME}`;

/** Every file of the folder is a language; its name is the tag of the language. */
export const languagesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

export const textsOf = (folder: string, tag: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${tag}.json`), 'utf8'));

/**
 * Tells the client which languages there are: what each calls itself, which is needed before it is loaded, and where
 * its texts and its names of emoji are.
 */
export function languages(folder: string): Plugin {
  return {
    name: 'kring-languages',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return;
      const entries = languagesIn(folder).map((tag) => {
        this.addWatchFile(join(folder, `${tag}.json`));
        const emoji = emojiNamesIn(tag);
        const parts = [
          `name: ${JSON.stringify(textsOf(folder, tag)['language.name'] ?? tag)}`,
          `texts: () => import(${JSON.stringify(join(folder, `${tag}.json`))})`,
          ...(emoji ? [`emoji: () => import(${JSON.stringify(emoji)})`] : []),
        ];
        return `${JSON.stringify(tag)}: { ${parts.join(', ')} }`;
      });
      return `export const languages = { ${entries.join(',\n')} };`;
    },
  };
}

/** Not every language has them. */
function emojiNamesIn(tag: string): string | null {
  const all = join(createRequire(import.meta.url).resolve('emojibase-data/package.json'), '..');
  const path = [tag, tag.split('-')[0]!]
    .map((name) => join(all, name.toLowerCase(), 'compact.json'))
    .find((file) => existsSync(file));
  return path ?? null;
}
