import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import markdownIt from 'markdown-it';
import type { Plugin } from 'vite';
import { languagesIn } from './languages-plugin';

const ALL = 'virtual:guides';
const ONE = 'virtual:guide/';

/** The page of the project has a heading of its own, and leads to its translation. */
const TITLE = /^# .*\n/;
const TO_TRANSLATION = / \[[^\]]+\]\(\w[\w-]*\.md\)\./g;

/** The guide as it stands in `folder`, one file a language, for reading in Kring; made HTML when Kring is built. */
export function guide(folder: string, i18n: string): Plugin {
  const fileOf = (tag: string) => join(folder, `${tag}.md`);
  return {
    name: 'kring-guide',
    resolveId: (id) => (id === ALL || id.startsWith(ONE) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${ALL}`) {
        const there = languagesIn(i18n).filter((tag) => existsSync(fileOf(tag)));
        const entries = there.map((tag) => `${JSON.stringify(tag)}: () => import('${ONE}${tag}')`);
        return `export const guides = { ${entries.join(', ')} };`;
      }
      if (!id.startsWith(`\0${ONE}`)) return;
      const file = fileOf(id.slice(`\0${ONE}`.length));
      this.addWatchFile(file);
      const text = readFileSync(file, 'utf8').replace(TITLE, '').replace(TO_TRANSLATION, '');
      return `export const html = ${JSON.stringify(markdownIt().render(text))};`;
    },
  };
}
