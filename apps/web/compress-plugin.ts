import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fonts and pictures are compressed already; maps are for nobody in a hurry. */
const WORTH_IT = /\.(?:js|css|html|svg|json|webmanifest)$/;
const TOO_SMALL = 1024;

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** Puts a compressed file beside each that is worth it, once and as small as it gets, for the server to hand out. */
export function compress(): Plugin {
  let outDir = '';
  return {
    name: 'kring-compress',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
        const paths = entries
          .filter((entry) => entry.isFile() && WORTH_IT.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name));
        await Promise.all(paths.map(compressFile));
      },
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < TOO_SMALL) return;
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([
    brotli(content, { params: size }).then((bytes) => writeFile(`${path}.br`, bytes)),
    gzipped(content, { level: constants.Z_BEST_COMPRESSION }).then((bytes) => writeFile(`${path}.gz`, bytes)),
  ]);
}
