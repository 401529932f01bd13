import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { languagesIn, textsOf } from './languages-plugin';

interface File {
  url: string;
  revision: string | null;
}

/**
 * Emoji are many fonts of which few are ever needed; they are kept when they were. Old formats, and what the build
 * notes about itself, are for nobody here.
 */
const LATER = /\/\.vite\/|(?:^|\/)noto-emoji-|\.(?:map|woff|br|gz)$/;

const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

/**
 * Builds the service worker after the app, because it has to know the app's files by name. It is one script without
 * imports, at the root, so that it looks after the whole site.
 */
export function serviceWorker(options: { entry: string; i18n: string }): Plugin {
  let outDir = '';
  let isBuild = false;
  return {
    name: 'kring-service-worker',
    configResolved(config) {
      outDir = config.build.outDir;
      isBuild = config.command === 'build';
    },
    async closeBundle() {
      if (!isBuild) return;
      const files = filesIn(outDir);
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: {
          'process.env.NODE_ENV': '"production"',
          __KRING_FILES__: JSON.stringify(files),
          __KRING_VERSION__: JSON.stringify(digest(JSON.stringify(files))),
          __KRING_TEXTS__: JSON.stringify(textsOfMessages(options.i18n)),
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: ['chrome123', 'firefox120', 'safari17.5'],
          rollupOptions: {
            input: options.entry,
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}

function filesIn(folder: string): File[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !LATER.test(path))
    .sort()
    .map((path) => {
      const url = path.slice(folder.length).replaceAll('\\', '/');
      // A name with a hash in it is its own revision.
      return { url, revision: url.startsWith('/assets/') ? null : digest(readFileSync(path)) };
    });
}

/** What the worker itself has to say, in all languages: it shows messages while no page is open. */
function textsOfMessages(folder: string): Record<string, Record<string, string>> {
  const ours = (tag: string) =>
    Object.entries(textsOf(folder, tag)).filter(([key]) => key.startsWith('push.'));
  return Object.fromEntries(languagesIn(folder).map((tag) => [tag, Object.fromEntries(ours(tag))]));
}
