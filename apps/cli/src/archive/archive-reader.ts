import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import { Refusal } from '../refusal.ts';
import { decrypting } from './cipher.ts';
import { CHECKSUMS, type Checksums, FORMAT, MANIFEST, type Manifest } from './contents.ts';

const AGE = Buffer.from('age-encryption.org/v1');
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const SMALL = 64 * 1024 * 1024;

/** One entry; its content must be read before the next one. */
export interface ArchiveEntry {
  name: string;
  content: AsyncIterable<Buffer>;
}

/** Reads an archive from its beginning to its end and believes nothing until the checksums agreed. */
export class ArchiveReader {
  /** Known when all entries were read. */
  checksums?: Checksums;
  private readonly found: Record<string, string> = {};

  private constructor(
    readonly manifest: Manifest,
    private readonly rest: AsyncGenerator<ArchiveEntry>,
    first: { name: string; sha256: string },
  ) {
    this.found[first.name] = first.sha256;
  }

  /** @throws Refusal if it is no archive of Kring, needs another passphrase, or was made by a newer Kring */
  static async open(path: string, passphrase?: string): Promise<ArchiveReader> {
    const entries = entriesOf(path, await kindOf(path), passphrase);
    const { value: first } = await entries.next();
    if (first?.name !== MANIFEST) throw foreign(path);
    const content = await bytesOf(first.content);
    const manifest = parse<Manifest>(content);
    if (!Array.isArray(manifest.migrations) || !Array.isArray(manifest.tables) || !manifest.sequences)
      throw foreign(path);
    if (manifest.format > FORMAT)
      throw new Refusal(
        `${path} was made by Kring ${manifest.version}, in a format that this Kring does not know. Use that version or a newer one.`,
      );
    return new ArchiveReader(manifest, entries, { name: MANIFEST, sha256: sha256(content) });
  }

  /**
   * Everything between manifest and checksums. Ends only when every entry was what it was when it was written.
   * @throws Refusal if the archive is damaged or cut off
   */
  async *entries(): AsyncGenerator<ArchiveEntry> {
    for await (const { name, content } of this.rest) {
      if (name === CHECKSUMS) {
        this.checksums = this.checked(parse<Checksums>(await bytesOf(content)));
        continue; // to the end of the file: age and zstd check theirs there
      }
      const hash = createHash('sha256');
      yield { name, content: hashing(content, hash) };
      this.found[name] = hash.digest('hex');
    }
    if (!this.checksums) throw new Refusal('The backup is damaged: its end is missing.');
  }

  private checked(written: Checksums): Checksums {
    const names = new Set([...Object.keys(written.entries), ...Object.keys(this.found)]);
    const wrong = [...names].filter((name) => written.entries[name] !== this.found[name]);
    if (wrong.length > 0)
      throw new Refusal(`The backup is damaged: ${wrong.slice(0, 5).join(', ')} changed.`);
    return written;
  }
}

async function kindOf(path: string): Promise<'encrypted' | 'plain'> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`The backup ${path} cannot be read (${error.code}).`);
  });
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(AGE.length) });
    if (buffer.subarray(0, bytesRead).equals(AGE)) return 'encrypted';
    if (buffer.subarray(0, ZSTD.length).equals(ZSTD)) return 'plain';
  } catch (error) {
    throw new Refusal(`The backup ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  } finally {
    await file.close();
  }
  throw foreign(path);
}

async function* entriesOf(
  path: string,
  kind: 'encrypted' | 'plain',
  passphrase?: string,
): AsyncGenerator<ArchiveEntry> {
  if (kind === 'encrypted' && !passphrase)
    throw new Refusal(`${path} is encrypted: set KRING_BACKUP_PASSPHRASE or KRING_BACKUP_PASSPHRASE_FILE.`);
  const tar = extract();
  const decipher = kind === 'encrypted' ? [decrypting(passphrase!)] : [];
  const end = tar as unknown as NodeJS.WritableStream;
  const reading = pipeline([
    createReadStream(path),
    ...decipher,
    createZstdDecompress({ chunkSize: 1024 * 1024 }),
    end,
  ]);
  reading.catch(() => undefined);
  try {
    for await (const entry of tar) {
      yield { name: entry.header.name, content: explained(entry as unknown as AsyncIterable<Buffer>) };
    }
    await reading;
  } catch (error) {
    throw inWords(error);
  } finally {
    tar.destroy();
  }
}

/** Trouble with the archive shows wherever it is being read. */
async function* explained(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* content;
  } catch (error) {
    throw inWords(error);
  }
}

async function* hashing(content: AsyncIterable<Buffer>, hash: { update(chunk: Buffer): unknown }) {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Of the few entries that are read as a whole. */
export async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > SMALL) throw new Refusal('The backup is damaged: an entry is far too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

function parse<T>(content: Buffer): T {
  try {
    return JSON.parse(content.toString()) as T;
  } catch {
    throw new Refusal('The backup is damaged: it cannot be understood.');
  }
}

const foreign = (path: string): Refusal => new Refusal(`${path} is not a backup of Kring.`);

function inWords(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { message, code } = error as NodeJS.ErrnoException;
  if (/no identity matched/i.test(message))
    return new Refusal('The passphrase is not the one the backup was made with.');
  if (code === 'EIO') return new Refusal('The disk that holds the backup cannot be read.');
  if (code === 'ENOMEM') return error;
  return new Refusal(`The backup is damaged or cut off (${message}).`);
}
