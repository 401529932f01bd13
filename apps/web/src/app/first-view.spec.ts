import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { languagesIn } from '../../languages-plugin';

const built = join(import.meta.dirname, '../../../../dist/web');

interface Chunk {
  file: string;
  imports?: string[];
}

const read = (file: string): string => readFileSync(join(built, file), 'utf8');
const manifest = JSON.parse(read('.vite/manifest.json')) as Record<string, Chunk>;

/** The scripts that the page itself names, by their keys in the manifest. */
const named = [...read('index.html').matchAll(/<script type="module"[^>]* src="\/([^"]+)"/gu)].map(
  ([, file]) => Object.keys(manifest).find((key) => manifest[key]?.file === file),
);

/** Files that come before the modules can run: with all that they import at their top, and so on. */
function filesOf(...modules: (string | undefined)[]): string[] {
  const found = new Set<Chunk>();
  const add = (key = '') => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The built client has no "${key}": npm run build`);
    if (found.has(chunk)) return;
    found.add(chunk);
    chunk.imports?.forEach(add);
  };
  [...named, ...modules].forEach(add);
  return [...found].map(({ file }) => file);
}

/** As the server sends it; what is small is sent as it is. */
function sentBytes(file: string): number {
  const path = join(built, file);
  return (statSync(`${path}.br`, { throwIfNoEntry: false }) ?? statSync(path)).size;
}

const SOCKET = '../../node_modules/socket.io-client/build/esm/index.js';

describe('JavaScript of the log-in and the home feed, with what follows by itself', () => {
  it.each(languagesIn(join(import.meta.dirname, '../i18n')))(
    'is at most 190 kB compressed in %s',
    (language) => {
      const files = filesOf(
        'src/screens/log-in/LogInScreen.tsx',
        'src/app/inside.ts',
        `src/i18n/${language}.json`,
        SOCKET,
      );
      const bytes = files.map((file) => ({ file, bytes: sentBytes(file) }));
      const sum = bytes.reduce((all, one) => all + one.bytes, 0);
      // The list, so that a failure says what grew.
      expect({ bytes, fits: sum <= 190_000 }).toEqual({ bytes, fits: true });
    },
  );

  it('has neither the editor, nor menus, nor another language', () => {
    const files = filesOf('src/app/inside.ts', 'src/i18n/en.json').join('\n');
    expect(files).not.toMatch(/rich|compact|nl-|LoadedMenu|Dialog/u);
  });
});
