import type { Image } from './image.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a picture needs to look as it should: W3C PNG, critical chunks, colour, transparency, animation. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
);

export function readPng(bytes: Buffer): Image | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE) || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  const clean: Buffer[] = [SIGNATURE];
  let frames = 1;
  for (let at = 8; ; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (KEPT.has(type)) clean.push(bytes.subarray(at, end));
    if (type === 'acTL') frames = bytes.readUInt32BE(at + 8);
    // Whatever follows the end is no part of the picture.
    if (type === 'IEND') break;
    at = end;
  }
  return {
    mediaType: 'image/png',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    frames,
    clean,
  };
}
