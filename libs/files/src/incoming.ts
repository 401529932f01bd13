import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Problem, Settings } from '#platform';
import { HEAD_BYTES } from './media-type.ts';

const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** An upload that has arrived and is not kept yet. */
export interface Arrived {
  path: string;
  size: number;
  sha256: Buffer;
}

/** The room where uploads wait until all of them is there. What is not kept is removed, whatever happened. */
@Injectable()
export class Incoming implements OnModuleInit {
  private readonly folder: string;

  constructor(settings: Settings) {
    this.folder = resolve(settings.KRING_DATA, 'files', 'incoming');
  }

  /** What a crash left. */
  async onModuleInit(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
    }
  }

  /** Runs `work` with a path to write to; nothing is left there afterwards. */
  async during<T>(id: string, work: (path: string) => Promise<T>): Promise<T> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, id);
    try {
      return await work(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code === 'ENOSPC' || code === 'EDQUOT' ? new Problem('storage-full') : error;
    } finally {
      await rm(path, { force: true });
    }
  }
}

/** Writes a stream to the disk as it comes, and waits until it is there. */
export async function writeDown(stream: Readable, path: string): Promise<Arrived> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    stream,
    async function* measure(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { path, size, sha256: hash.digest() };
}

/** Puts other content in its place. */
export async function rewrite({ path }: Arrived, pieces: Buffer[]): Promise<Arrived> {
  const content = Buffer.concat(pieces);
  await writeFile(path, content, { flush: true });
  return { path, size: content.length, sha256: createHash('sha256').update(content).digest() };
}

export const contentOf = ({ path }: Arrived): Promise<Buffer> => readFile(path);

export async function headOf({ path }: Arrived): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
