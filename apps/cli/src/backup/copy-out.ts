import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Connection, Submittable } from 'pg';

const PIECE = 4 * 1024 * 1024;
/** The kind of a message, and how long it is. */
const HEADER = 5;
const DATA = 'd'.charCodeAt(0);
/** Before the first row: CopyOutResponse; between rows: what the server may say at any time. */
const PASSED_OVER = ['H', 'S', 'N', 'A'].map((kind) => kind.charCodeAt(0));

/**
 * What COPY says, in pieces of at most 4 MB. Postgres sends each row as a message; pg-copy-streams makes a buffer of
 * each, which takes longer than all else that is done with a row. Here its bytes go straight into the piece.
 */
export class CopyOut extends Readable implements Submittable {
  /** Known at the end. */
  rowCount = 0;
  private socket: Socket | undefined;
  private usual: (bytes: Buffer) => void = () => undefined;
  private piece: Buffer = Buffer.allocUnsafeSlow(PIECE);
  private filled = 0;
  private kind = 0;
  private left = 0;
  /** Of a header that came in two parts. */
  private begun: Buffer = Buffer.alloc(0);

  constructor(private readonly statement: string) {
    super({ objectMode: true, highWaterMark: 1 });
  }

  submit(connection: Connection): void {
    const { stream, query } = connection as unknown as { stream: Socket; query(text: string): void };
    this.socket = stream;
    this.usual = stream.listeners('data')[0] as (bytes: Buffer) => void;
    stream.off('data', this.usual);
    stream.on('data', this.receive);
    query.call(connection, this.statement);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rowCount = Number(/^COPY (\d+)/.exec(text)?.[1]);
  }

  handleReadyForQuery(): void {
    if (this.filled > 0) this.push(this.piece.subarray(0, this.filled));
    this.push(null);
  }

  override _read(): void {
    this.socket?.resume();
  }

  private readonly receive = (chunk: Buffer): void => {
    const bytes = this.begun.length > 0 ? Buffer.concat([this.begun, chunk]) : chunk;
    this.begun = Buffer.alloc(0);
    if (this.filled + bytes.length > this.piece.length) this.passOn(bytes.length);
    let at = 0;
    while (at < bytes.length) {
      if (this.left === 0) {
        if (bytes.length - at < HEADER) {
          this.begun = bytes.subarray(at);
          return;
        }
        this.kind = bytes[at]!;
        if (this.kind !== DATA && !PASSED_OVER.includes(this.kind)) {
          this.handBack(bytes.subarray(at));
          return;
        }
        this.left = bytes.readUInt32BE(at + 1) - (HEADER - 1);
        at += HEADER;
      }
      const end = Math.min(bytes.length, at + this.left);
      if (this.kind === DATA) this.filled += bytes.copy(this.piece, this.filled, at, end);
      this.left -= end - at;
      at = end;
    }
  };

  private passOn(atLeast: number): void {
    const full = this.piece.subarray(0, this.filled);
    this.piece = Buffer.allocUnsafeSlow(Math.max(PIECE, atLeast));
    this.filled = 0;
    if (full.length > 0 && !this.push(full)) this.socket!.pause();
  }

  /** The end, or an error: from here on it is for the driver, as always. */
  private handBack(rest: Buffer): void {
    const socket = this.socket!;
    socket.off('data', this.receive);
    socket.on('data', this.usual);
    socket.resume();
    this.usual(rest);
  }
}
