import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { pack } from 'tar-stream';
import { encrypting } from './cipher.ts';

/** Level 1 keeps up with COPY on one core; 3 makes posts 8 % smaller and takes half as long again. */
const COMPRESSION = {
  // In large pieces: of the usual 16 kB, handing over takes longer than compressing.
  chunkSize: 1024 * 1024,
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};

/** What may wait while the key is made of the passphrase, which takes a second or two on purpose. */
const AHEAD = 32 * 1024 * 1024;

/**
 * Writes an archive as it comes: a tar, compressed by zstd, encrypted by age if there is a passphrase. All three
 * are standard tools, so an archive can be opened without Kring. Holds some tens of megabytes, however large it becomes.
 */
export class ArchiveWriter {
  readonly checksums: Record<string, string> = {};
  private readonly tar = pack();
  private readonly written: Promise<void>;
  private readonly failed: Promise<never>;

  /** @param path of a file that does not exist yet */
  constructor(path: string, passphrase?: string) {
    const cipher = passphrase ? [new PassThrough({ highWaterMark: AHEAD }), encrypting(passphrase)] : [];
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
    this.written = pipeline([
      this.tar as unknown as Readable,
      createZstdCompress(COMPRESSION),
      ...cipher,
      file,
    ]);
    this.failed = this.written.then(() => new Promise<never>(() => undefined));
    this.failed.catch(() => undefined);
  }

  async add(name: string, content: Buffer): Promise<void> {
    this.checksums[name] = createHash('sha256').update(content).digest('hex');
    await this.entry((done) => void this.tar.entry({ name, mode: 0o600 }, content, done));
  }

  /** @param size must be right: it stands before the content. @throws if it is not */
  async addStream(name: string, size: number, content: Readable): Promise<void> {
    const hash = createHash('sha256');
    await this.entry((done) => {
      const sink = this.tar.entry({ name, size, mode: 0o600 }, done);
      content.on('data', (chunk) => hash.update(chunk));
      pipeline(content, sink as unknown as NodeJS.WritableStream).catch(done);
    });
    this.checksums[name] = hash.digest('hex');
  }

  /** When it returns, everything is on the disk. */
  async finish(): Promise<void> {
    this.tar.finalize();
    await this.written;
  }

  async abandon(): Promise<void> {
    this.tar.destroy();
    await this.written.catch(() => undefined);
  }

  /** A full disk ends the pipeline: the entry then waits for ever, or knows only that it was ended. */
  private async entry(write: (done: (error?: Error | null) => void) => void): Promise<void> {
    const entered = new Promise<void>((resolve, reject) => {
      write((error) => (error ? reject(error) : resolve()));
    });
    try {
      await Promise.race([entered, this.failed]);
    } catch (error) {
      this.tar.destroy(error as Error);
      await this.written; // rejects with what went wrong first
      throw error;
    }
  }
}
