import { copyFile, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Trouble } from './console.mjs';
import { exists, inProject } from './project.mjs';

/** What runs on the server. The tree is kept in dist/, so that relative paths stay as they are. */
export const SERVER_SOURCES = ['apps/server', 'apps/cli', 'libs', 'migrations'];

const ASSET = /\.(json|txt|html|css|sql|svg|png|webp|ttf|woff2?)$/;
const NOT_SHIPPED = /\.(spec|d)\.ts$|\/(package|tsconfig)\.json$|^(libs|apps)\/[^/]+\/test\//;

/**
 * Brings dist/ up to date with the sources: compiles what changed, copies other files, removes what has no
 * source any more. A result carries its source's time, so equal times mean that there is nothing to do.
 * @returns whether anything changed
 */
export async function compileServer() {
  const { stale, leftovers } = await pendingWork();
  for (const leftover of leftovers) await rm(inProject('dist', leftover));
  if (stale.length > 0) await compile(stale);
  return stale.length > 0 || leftovers.length > 0;
}

export async function pendingWork() {
  const sources = (await filesBelow(SERVER_SOURCES)).filter(isShipped);
  const settingsTime = (await stat(inProject('.swcrc'))).mtimeMs;
  const stale = [];
  for (const source of sources) if (await isStale(source, settingsTime)) stale.push(source);
  const wanted = new Set(sources.flatMap((source) => [resultOf(source), `${resultOf(source)}.map`]));
  const present = await filesBelow(SERVER_SOURCES, 'dist');
  return { stale, leftovers: present.filter((path) => !wanted.has(path)) };
}

function isShipped(source) {
  return !NOT_SHIPPED.test(source) && (source.endsWith('.ts') || ASSET.test(source));
}

const resultOf = (source) => source.replace(/\.ts$/, '.js');

async function isStale(source, settingsTime) {
  const wanted = await stat(inProject(source));
  const found = await stat(inProject('dist', resultOf(source))).catch(() => undefined);
  return !found || Math.abs(found.mtimeMs - wanted.mtimeMs) > 1 || found.ctimeMs < settingsTime;
}

async function compile(sources) {
  const swc = await import('@swc/core');
  const failures = [];
  for (const source of sources) {
    try {
      await compileOne(swc, source);
    } catch (error) {
      failures.push(`${source}: ${error.message.split('\n\n')[0].trim()}`);
    }
  }
  if (failures.length > 0) throw new Trouble(`Some sources do not compile.\n${failures.join('\n')}`);
}

async function compileOne(swc, source) {
  const [from, to] = [inProject(source), inProject('dist', resultOf(source))];
  await mkdir(dirname(to), { recursive: true });
  if (source.endsWith('.ts')) {
    const { code, map } = await swc.transformFile(from, { sourceMaps: true });
    await writeFile(`${to}.map`, map);
    await writeFile(to, `${code}//# sourceMappingURL=${basename(to)}.map\n`);
  } else {
    await copyFile(from, to);
  }
  const { atime, mtime } = await stat(from);
  await utimes(to, atime, mtime);
}

async function filesBelow(folders, base = '') {
  const found = [];
  for (const folder of folders) {
    if (!exists(base, folder)) continue;
    for (const entry of await readdir(inProject(base, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) found.push(path.slice(inProject(base || '.').replace(/\/?$/, '/').length));
    }
  }
  return found;
}
