import { Duplex } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';

type Bytes = globalThis.ReadableStream<Uint8Array>;

/** Encrypts by a passphrase in the age format: `age -d` reads it too. */
export function encrypting(passphrase: string): Duplex {
  return Duplex.from(async function* (chunks: AsyncIterable<Buffer>) {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    yield* await encrypter.encrypt(ReadableStream.from(chunks) as Bytes);
  });
}

/** The other way. Every piece is authenticated: what comes out is what went in, or an error. */
export function decrypting(passphrase: string): Duplex {
  return Duplex.from(async function* (chunks: AsyncIterable<Buffer>) {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    yield* await decrypter.decrypt(ReadableStream.from(chunks) as Bytes);
  });
}
