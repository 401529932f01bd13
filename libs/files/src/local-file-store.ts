import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '#platform';
import { FileStore, type StoredBytes } from './file-store.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** On the disk of this server: `<KRING_DATA>/files/ab/cd/<id>`, spread by the random end of the id. */
@Injectable()
export class LocalFileStore extends FileStore {
  private readonly folder: string;
  private readonly aside: string;

  constructor(settings: Settings) {
    super();
    this.folder = resolve(settings.KRING_DATA, 'files');
    this.aside = resolve(settings.KRING_DATA, 'files-aside');
  }

  override async keep(id: string, path: string): Promise<void> {
    const target = this.pathOf(id);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(path, target);
    await flushFolder(dirname(target));
  }

  override async open(id: string): Promise<Readable | null> {
    try {
      return (await open(this.pathOf(id))).createReadStream();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  override remove(id: string): Promise<void> {
    return rm(this.pathOf(id), { force: true });
  }

  override async sizeOf(id: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(id))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  override async *stored(): AsyncIterable<StoredBytes> {
    for await (const outer of foldersIn(this.folder))
      for await (const inner of foldersIn(outer))
        for await (const { name, parentPath } of entriesOf(inner)) {
          const path = join(parentPath, name);
          // One that goes meanwhile is not there.
          const found = ID.test(name) && path === this.pathOf(name) && (await stat(path).catch(() => null));
          if (found) yield { id: name, at: found.mtime };
        }
  }

  override async setAside(id: string): Promise<string> {
    await mkdir(this.aside, { recursive: true, mode: 0o700 });
    const target = join(this.aside, id);
    await rename(this.pathOf(id), target);
    return target;
  }

  private pathOf(id: string): string {
    return join(this.folder, id.slice(-2), id.slice(-4, -2), id);
  }
}

async function* entriesOf(path: string) {
  const folder = await opendir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (folder) yield* folder;
}

async function* foldersIn(path: string): AsyncGenerator<string> {
  for await (const entry of entriesOf(path))
    if (entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)) yield join(path, entry.name);
}

/** A name is in its folder for good only when the folder was written too. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}
