import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Decrypter, Encrypter } from 'age-encryption';
import { opened, sealed } from './age-payload.ts';
import { decrypting, encrypting } from './cipher.ts';

const PASSPHRASE = 'een lange zin voor de kluis';
const PIECE = 64 * 1024;

const through = (bytes: Buffer, cipher: ReturnType<typeof encrypting>) =>
  buffer(Readable.from(cutUp(bytes)).pipe(cipher));

/** In chunks that fit no piece. */
function* cutUp(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 50_001) yield bytes.subarray(at, at + 50_001);
}

test.each([0, PIECE, 1_000_003])(
  'age reads what we sealed, and we what age sealed: %d bytes',
  async (size) => {
    const content = randomBytes(size);
    const sealed = await through(content, encrypting(PASSPHRASE));
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    expect(content.equals(await decrypter.decrypt(sealed))).toBe(true);
    expect(content.equals(await through(sealed, decrypting(PASSPHRASE)))).toBe(true);

    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    encrypter.setScryptWorkFactor(10);
    const theirs = Buffer.from(await encrypter.encrypt(content));
    expect(content.equals(await through(theirs, decrypting(PASSPHRASE)))).toBe(true);
  },
);

test('another passphrase is refused', async () => {
  const sealed = await through(Buffer.from('x'), encrypting(PASSPHRASE));
  await expect(through(sealed, decrypting('een andere lange zin'))).rejects.toThrow('no identity matched');
  await expect(through(sealed.subarray(0, 40), decrypting(PASSPHRASE))).rejects.toThrow('not complete');
});

test('a changed, moved, missing or added byte is an error', async () => {
  const key = randomBytes(32);
  const all = await buffer(sealed(cutUp(randomBytes(3 * PIECE)) as never, key));
  const piece = (place: number) => all.subarray(place * (PIECE + 16), (place + 1) * (PIECE + 16));
  const changed = Buffer.from(all);
  changed[5]! ^= 1;
  const wrong = [
    changed,
    Buffer.concat([piece(1), piece(0), piece(2)]),
    Buffer.concat([piece(0), piece(1)]),
    Buffer.concat([all, piece(2)]),
    all.subarray(0, -1),
    Buffer.concat([all, Buffer.from('x')]),
    Buffer.alloc(0),
  ];
  for (const bytes of wrong) await expect(buffer(opened([bytes] as never, key))).rejects.toThrow();
  expect(await buffer(opened([all] as never, key))).toHaveLength(3 * PIECE);
});
