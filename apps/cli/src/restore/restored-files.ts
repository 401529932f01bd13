import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '#files';

/** Files as they come out of the archive; all of them go again when the restore fails. */
export class RestoredFiles {
  readonly ids: string[] = [];

  /** @param room a folder on the same disk as the store */
  constructor(
    private readonly store: FileStore,
    private readonly room: string,
  ) {}

  async keep(id: string, content: AsyncIterable<Buffer>): Promise<void> {
    await mkdir(this.room, { recursive: true, mode: 0o700 });
    const path = join(this.room, id);
    try {
      await pipeline(content, createWriteStream(path, { mode: 0o600, flush: true }));
      this.ids.push(id);
      await this.store.keep(id, path);
    } finally {
      await rm(path, { force: true });
    }
  }

  async undo(): Promise<void> {
    for (const id of this.ids) await this.store.remove(id);
  }
}
