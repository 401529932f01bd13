import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Manifest } from '../archive/contents.ts';
import { Refusal } from '../refusal.ts';

/** Puts the pieces of the tables back. One COPY is open at a time: the pieces of a table follow each other. */
export class TableFiller {
  private open: { table: string; stream: ReturnType<typeof copyFrom>; done: Promise<void> } | undefined;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly manifest: Manifest,
  ) {}

  async write(table: string, piece: AsyncIterable<Buffer>): Promise<void> {
    if (this.open?.table !== table) {
      await this.close();
      this.open = this.begin(table);
    }
    const { stream, done } = this.open!;
    for await (const chunk of piece)
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
  }

  async close(): Promise<void> {
    if (!this.open) return;
    const { stream, done } = this.open;
    this.open = undefined;
    stream.end();
    await done;
  }

  /** An open COPY would keep the connection, and the rollback waiting behind it. */
  async abandon(): Promise<void> {
    this.open?.stream.destroy(new Error('The restore was given up.'));
    await this.open?.done.catch(() => undefined);
  }

  private begin(table: string) {
    const shape = this.manifest.tables.find(({ name }) => name === table);
    if (!shape)
      throw new Refusal(`The backup is damaged: it holds rows of "${table}", which it does not name.`);
    const columns = shape.columns.map(quote).join(', ');
    const stream = this.client.query(copyFrom(`COPY ${quote(table)} (${columns}) FROM STDIN`));
    const done = finished(stream);
    done.catch(() => undefined);
    return { table, stream, done };
  }
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
