import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './compress-plugin';
import { firstView } from './first-view-plugin';
import { guide } from './guide-plugin';
import { languages } from './languages-plugin';
import { messages } from './messages-plugin';
import { serviceWorker } from './service-worker-plugin';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.KRING_DEV_SERVER ?? 'http://127.0.0.1:3000';

/** What is kept for reading offline has the shapes of the API it was read from. */
const shapes = createHash('sha256')
  .update(readFileSync(here('./src/data/api.d.ts')))
  .digest('hex')
  .slice(0, 16);

export default defineConfig({
  root: here('.'),
  plugins: [
    messages(),
    firstView(here('./src/i18n')),
    react(),
    tailwindcss(),
    languages(here('./src/i18n')),
    guide(here('../../docs/guide'), here('./src/i18n')),
    serviceWorker({
      entry: here('./src/service-worker/worker.ts'),
      i18n: here('./src/i18n'),
    }),
    compress(),
  ],
  define: { __KRING_SHAPES__: JSON.stringify(shapes) },
  resolve: { alias: { '~': here('./src') } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    // New enough for light-dark() and oklch(), so that the tokens stay one line each.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    sourcemap: true,
    reportCompressedSize: true,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
});
