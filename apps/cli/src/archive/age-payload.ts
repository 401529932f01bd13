import { createCipheriv, createDecipheriv } from 'node:crypto';

/** The library does this part in JavaScript, which takes longer than all the rest of a backup. */
const CIPHER = 'chacha20-poly1305';
const PIECE = 64 * 1024;
const TAG = 16;

/** What follows the header of an age file: pieces of 64 kB, each authenticated at its place, the last one as the last. */
export async function* sealed(chunks: AsyncIterable<Buffer>, key: Uint8Array): AsyncGenerator<Buffer> {
  for await (const { pieces, nonces } of numbered(chunks, PIECE)) {
    yield Buffer.concat(
      pieces.flatMap((piece, at) => {
        const cipher = createCipheriv(CIPHER, key, nonces[at]!, { authTagLength: TAG });
        return [cipher.update(piece), cipher.final(), cipher.getAuthTag()];
      }),
    );
  }
}

/** @throws when a piece is not what was sealed, or not at its place, or the last one is missing */
export async function* opened(chunks: AsyncIterable<Buffer>, key: Uint8Array): AsyncGenerator<Buffer> {
  for await (const { pieces, nonces } of numbered(chunks, PIECE + TAG)) {
    yield Buffer.concat(
      pieces.flatMap((piece, at) => {
        if (piece.length < TAG) throw new Error('its end is missing');
        const decipher = createDecipheriv(CIPHER, key, nonces[at]!, { authTagLength: TAG });
        decipher.setAuthTag(piece.subarray(-TAG));
        return [decipher.update(piece.subarray(0, -TAG)), decipher.final()];
      }),
    );
  }
}

/** Cut into pieces of that size, all that are complete at a time. Only the last may be shorter. */
async function* numbered(chunks: AsyncIterable<Buffer>, size: number) {
  let count = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const pieces: Buffer[] = [];
    let at = 0;
    // What ends here may be the end of all: it waits for what follows.
    for (; bytes.length - at > size; at += size) pieces.push(bytes.subarray(at, at + size));
    rest = bytes.subarray(at);
    if (pieces.length > 0) yield { pieces, nonces: pieces.map(() => nonceOf(count++, false)) };
  }
  yield { pieces: [rest], nonces: [nonceOf(count, true)] };
}

/** Eleven bytes that count, and one that says whether it is the last. */
function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(count, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
