import type { HtmlTagDescriptor, Plugin } from 'vite';
import { languagesIn } from './languages-plugin';

/** Where the app begins, and what somebody who is logged in sees first. */
const ENTRY = '/src/main.tsx';
const INSIDE = '/src/app/inside.ts';
const EARLY = '<script src="/early.js"';

/** In which nearly everything is set; come late, it would move what is on the page. */
const FONT = /source-sans-3-latin-wght-normal-.*\.woff2$/;

/**
 * A few files instead of a hundred: each costs a round trip on a phone. The first view is two of them, what anybody
 * needs and what comes with a log-in; both are asked for together with the page.
 */
export function firstView(i18n: string): Plugin {
  return {
    name: 'kring-first-view',
    config: () => ({
      build: {
        manifest: true,
        // Every browser that Kring is built for has it.
        modulePreload: { polyfill: false },
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'kring', test: (id) => id.endsWith(ENTRY), priority: 3 },
                { name: 'inside', test: (id) => id.endsWith(INSIDE), priority: 2 },
              ],
            },
          },
        },
      },
    }),
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const chunkOf = (module: string) =>
          chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
        const inside = chunkOf(INSIDE);
        if (!inside) return html;
        const font = Object.keys(bundle ?? {}).find((name) => FONT.test(name));
        const words = languagesIn(i18n).map((tag) => [tag, `/${chunkOf(`/src/i18n/${tag}.json`)?.fileName}`]);
        const told = JSON.stringify(Object.fromEntries(words));
        return {
          html: html.replace(EARLY, `${EARLY} data-words='${told}'`),
          tags: [
            ...[inside.fileName, ...inside.imports].map((name) => preload(name, { rel: 'modulepreload' })),
            ...(font ? [preload(font, { rel: 'preload', as: 'font', type: 'font/woff2' })] : []),
          ],
        };
      },
    },
  };
}

const preload = (name: string, how: Record<string, string>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { ...how, crossorigin: true, href: `/${name}` },
  injectTo: 'head',
});
