import { Duplex } from 'node:stream';
import { openHeader, sealHeader } from './age-header.ts';
import { opened, sealed } from './age-payload.ts';

/** Encrypts by a passphrase in the age format: `age -d` reads it too. */
export function encrypting(passphrase: string): Duplex {
  return Duplex.from(async function* (chunks: AsyncIterable<Buffer>) {
    const { header, key } = await sealHeader(passphrase);
    yield header;
    yield* sealed(chunks, key);
  });
}

/** The other way. Every piece is authenticated: what comes out is what went in, or an error. */
export function decrypting(passphrase: string): Duplex {
  return Duplex.from(async function* (chunks: AsyncIterable<Buffer>) {
    const { key, rest } = await openHeader(chunks, passphrase);
    yield* opened(rest, key);
  });
}
