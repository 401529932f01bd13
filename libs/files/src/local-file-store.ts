import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '#platform';
import { FileStore } from './file-store.ts';

/** On the disk of this server: `<KRING_DATA>/files/ab/cd/<id>`, spread by the random end of the id. */
@Injectable()
export class LocalFileStore extends FileStore {
  private readonly folder: string;

  constructor(settings: Settings) {
    super();
    this.folder = resolve(settings.KRING_DATA, 'files');
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

  private pathOf(id: string): string {
    return join(this.folder, id.slice(-2), id.slice(-4, -2), id);
  }
}

/** A name is in its folder for good only when the folder was written too. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}
