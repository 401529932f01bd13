import type { Image } from './image.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that promise an EXIF or XMP chunk. */
const PROMISES = 0x08 | 0x04;

export function readWebp(bytes: Buffer): Image | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const all = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  const kept: Buffer[] = [];
  let size: Size | null = null;
  let frames = 0;
  for (let at = 12; at + 8 <= all; ) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > all) return null;
    const type = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, Math.min(end, all)));
    size ??= sizeIn(type, chunk.subarray(8));
    if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~PROMISES, 8);
    if (type === 'ANMF') frames++;
    if (KEPT.has(type)) kept.push(chunk);
    at = end;
  }
  if (!size) return null;
  const header = Buffer.from(bytes.subarray(0, 12));
  header.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return { mediaType: 'image/webp', ...size, frames: Math.max(1, frames), clean: [header, ...kept] };
}

interface Size {
  width: number;
  height: number;
}

/** Where each kind of first chunk says how large the picture is (RFC 9649). */
function sizeIn(type: string, data: Buffer): Size | null {
  if (type === 'VP8X') return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
  if (type === 'VP8 ') return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  if (type === 'VP8L') {
    const bits = data.readUInt32LE(1);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return null;
}
