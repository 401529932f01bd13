import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const TEXTS = /\/src\/i18n\/[\w-]+\.json$/;

/**
 * Reads the messages of a language when the app is built, so that no browser has to: what it gets is what
 * `react-intl` formats, and its parser is left out.
 */
export function messages(): Plugin {
  return {
    name: 'kring-messages',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: fileURLToPath(
              import.meta.resolve('@formatjs/icu-messageformat-parser/no-parser.js'),
            ),
          },
        ],
      },
    }),
    transform(code, id) {
      if (!TEXTS.test(id)) return null;
      const texts = JSON.parse(code) as Record<string, string>;
      const parsed = Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [key, parse(text, { captureLocation: false })]),
      );
      // One string is read several times as quickly as an object literal of this size.
      const content = JSON.stringify(JSON.stringify(parsed));
      return { code: `export default JSON.parse(${content})`, moduleType: 'js', map: null };
    },
  };
}
