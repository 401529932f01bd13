import type { Image } from './image.ts';

const EXTENSION = 0x21;
const FRAME = 0x2c;
const TRAILER = 0x3b;

/** A GIF holds no notes of a camera, so it stays as it is; its frames are counted without decoding them. */
export function readGif(bytes: Buffer): Image | null {
  if (!['GIF87a', 'GIF89a'].includes(bytes.toString('latin1', 0, 6))) return null;
  let at = 13 + colourTable(bytes.readUInt8(10));
  let frames = 0;
  for (let block = bytes.readUInt8(at); block !== TRAILER; block = bytes.readUInt8(at)) {
    if (block === EXTENSION) at = endOfBlocks(bytes, at + 2);
    else if (block === FRAME) {
      frames++;
      at = endOfBlocks(bytes, at + 11 + colourTable(bytes.readUInt8(at + 9)));
    } else return null;
  }
  return {
    mediaType: 'image/gif',
    width: bytes.readUInt16LE(6),
    height: bytes.readUInt16LE(8),
    frames,
    clean: [bytes.subarray(0, at + 1)],
  };
}

const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Data comes in blocks of up to 255 bytes, each after its length; a length of 0 ends them. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = bytes.readUInt8(at); length !== 0; length = bytes.readUInt8(at)) at += length + 1;
  return at + 1;
}
