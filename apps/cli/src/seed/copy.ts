import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const CHUNK_BYTES = 128 * 1024;
const MOST_BYTES_A_CHARACTER = 3;

/** A value as COPY's text format takes it. */
export type Field = string | number | boolean | null;

/** Rows for COPY, kept as bytes: a batch of them costs the heap nothing. */
export class Rows {
  readonly chunks: Buffer[] = [];
  count = 0;
  private used = 0;

  /** Strings must have no tab, newline or backslash in them that is not meant for COPY. */
  add(...fields: Field[]): void {
    let line = '';
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index]!;
      line += index > 0 ? `\t${field ?? '\\N'}` : (field ?? '\\N');
    }
    this.write(`${line}\n`);
    this.count++;
  }

  /** What was added, ready to be sent. */
  *bytes(): Generator<Buffer> {
    for (const chunk of this.chunks)
      yield chunk === this.chunks.at(-1) ? chunk.subarray(0, this.used) : chunk;
  }

  private write(line: string): void {
    const needed = line.length * MOST_BYTES_A_CHARACTER;
    let chunk = this.chunks.at(-1);
    if (!chunk || chunk.length - this.used < needed) {
      if (chunk) this.chunks[this.chunks.length - 1] = chunk.subarray(0, this.used);
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, needed));
      this.chunks.push(chunk);
      this.used = 0;
    }
    this.used += chunk.write(line, this.used, 'utf8');
  }
}

/** Writes rows to a table, as fast as Postgres takes them. */
export async function copy(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Rows,
): Promise<void> {
  if (rows.count === 0) return;
  const stream = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const done = finished(stream);
  for (const chunk of rows.bytes())
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
  stream.end();
  await done;
}

/**
 * Text as bytes that COPY reads. Only for what is neither ASCII nor Latin: one such character in a row makes
 * JavaScript keep the whole row in two bytes a character, and handling it twice as slow.
 */
export function inBytes(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
