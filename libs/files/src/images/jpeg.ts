import type { Image } from './image.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
/** Frame headers: SOF0 to SOF15 without the tables and extensions between them (ITU T.81, table B.1). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef;

/**
 * Keeps the picture and its colours; drops what applications wrote into it (EXIF with place and owner, XMP,
 * thumbnails) and everything after its end. Which way up it is goes into a new, otherwise empty EXIF block.
 */
export function readJpeg(bytes: Buffer): Image | null {
  if (bytes.readUInt16BE(0) !== 0xff00 + START) return null;
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  for (let at = 2; ; ) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at++; // Fill bytes are allowed before a marker.
      continue;
    }
    if (marker === END) break;
    let end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    const segment = bytes.subarray(at + 4, end);
    if (isFrame(marker)) size ??= { height: segment.readUInt16BE(1), width: segment.readUInt16BE(3) };
    if (marker === 0xe1) orientation = orientationIn(segment) ?? orientation;
    if (marker === SCAN) end = endOfScan(bytes, end);
    if (isNeeded(marker, segment)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!size) return null;
  const turned = orientation >= 5;
  return {
    mediaType: 'image/jpeg',
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
    frames: 1,
    clean: [Buffer.from([0xff, START]), ...jfifFirst(kept, orientation), Buffer.from([0xff, END])],
  };
}

/** JFIF and Adobe say how colours are meant, a profile what they are exactly; other applications only talk. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (!isApplication(marker)) return true;
  const name = segment.toString('latin1', 0, 12);
  if (marker === 0xe0) return name.startsWith('JFIF\0');
  if (marker === 0xe2) return name === 'ICC_PROFILE\0';
  return marker === 0xee && name.startsWith('Adobe');
}

/** In the data of a scan 0xFF is followed by 0 or a restart marker; any other marker ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new RangeError('A scan without an end');
}

/** The tag Orientation (0x0112) of the first directory of an EXIF block: 1 to 8. */
function orientationIn(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + entry * 12;
      const value = short(at + 8);
      if (short(at) === 0x0112) return value >= 1 && value <= 8 ? value : null;
    }
  } catch {
    // A broken block says nothing; it is dropped like every other.
  }
  return null;
}

/** JFIF demands to be first; the turn follows it. */
function jfifFirst(kept: Buffer[], orientation: number): Buffer[] {
  if (orientation === 1) return kept;
  const jfif = kept[0]?.readUInt8(1) === 0xe0 ? 1 : 0;
  return kept.toSpliced(jfif, 0, exifOf(orientation));
}

const exifOf = (orientation: number): Buffer =>
  Buffer.from(
    `ffe10022${hex('Exif')}0000${hex('MM')}002a00000008` +
      `0001011200030000000100${byte(orientation)}000000000000`,
    'hex',
  );

const hex = (text: string): string => Buffer.from(text).toString('hex');
const byte = (value: number): string => value.toString(16).padStart(2, '0');
