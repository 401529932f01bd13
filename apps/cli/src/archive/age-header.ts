import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption';

const CIPHER = 'chacha20-poly1305';
const TAG = 16;
const NONCE = 16;
const LABEL = Buffer.from('age-encryption.org/v1/scrypt');
/** Of our own; others may have taken up to four times as much work. */
const WORK = 18;
const MOST_WORK = 20;
const LONGEST_HEADER = 64 * 1024;

/** Begins an age file: its header, and the key of all that follows. */
export async function sealHeader(passphrase: string): Promise<{ header: Buffer; key: Uint8Array }> {
  let fileKey: Uint8Array | undefined;
  const recipient: Recipient = {
    async wrapFileKey(made) {
      fileKey = made;
      const salt = randomBytes(16);
      const cipher = createCipheriv(CIPHER, await stretched(passphrase, salt, WORK), Buffer.alloc(12), {
        authTagLength: TAG,
      });
      const wrapped = Buffer.concat([cipher.update(made), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(['scrypt', unpadded(salt), String(WORK)], wrapped)];
    },
  };
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  // Of nothing: all but the tag of the empty payload is the header and the nonce that go before any other.
  const header = Buffer.from(await encrypter.encrypt(new Uint8Array())).subarray(0, -TAG);
  return { header, key: payloadKey(fileKey!, header.subarray(-NONCE)) };
}

/** @throws when it is no header, or of another passphrase */
export async function openHeader(
  chunks: AsyncIterable<Buffer>,
  passphrase: string,
): Promise<{ key: Uint8Array; rest: AsyncIterable<Buffer> }> {
  const source = chunks[Symbol.asyncIterator]();
  let bytes: Buffer = Buffer.alloc(0);
  let end = -1;
  while (end < 0 || bytes.length < end + NONCE) {
    const { value, done } = await source.next();
    if (done || bytes.length > LONGEST_HEADER) throw new Error('its beginning is not complete');
    bytes = Buffer.concat([bytes, value]);
    end = endOfHeader(bytes);
  }
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(passphrase));
  const fileKey = await decrypter.decryptHeader(bytes.subarray(0, end));
  const key = payloadKey(fileKey, bytes.subarray(end, end + NONCE));
  return { key, rest: followedBy(bytes.subarray(end + NONCE), source) };
}

/** After the line that authenticates it. */
function endOfHeader(bytes: Buffer): number {
  const last = bytes.indexOf('\n---');
  return last < 0 ? -1 : bytes.indexOf('\n', last + 1) + 1 || -1;
}

function identityOf(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
      const [, salt = '', work = ''] = stanza?.args ?? [];
      if (!stanza || !/^[1-9]\d?$/.test(work) || Number(work) > MOST_WORK) return null;
      const wrapping = await stretched(passphrase, Buffer.from(salt, 'base64'), Number(work));
      const decipher = createDecipheriv(CIPHER, wrapping, Buffer.alloc(12), { authTagLength: TAG });
      const body = Buffer.from(stanza.body);
      try {
        decipher.setAuthTag(body.subarray(-TAG));
        return Buffer.concat([decipher.update(body.subarray(0, -TAG)), decipher.final()]);
      } catch {
        return null; // the key of another passphrase
      }
    },
  };
}

function stretched(passphrase: string, salt: Buffer, work: number): Promise<Buffer> {
  const [N, r] = [2 ** work, 8];
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
  return derive(passphrase, Buffer.concat([LABEL, salt]), 32, { N, r, p: 1, maxmem: 129 * N * r });
}

const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

async function* followedBy(first: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}
