import { crc32, deflateSync } from 'node:zlib';

/** Pictures made by hand, with everything a camera could have told in them. */
export const SECRETS = ['GPS 52.0907N', 'Eigenaar Sanne', 'Canon EOS', 'na het einde'];
const [GPS, OWNER, CAMERA, AFTER] = SECRETS as [string, string, string, string];

function chunk(type: string, data: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(data as string)]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export function png(width: number, height: number, notes = true): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  // Large ones are lies: the header says so, the data is a few bytes.
  const pixels = width * height < 1e6 ? Buffer.alloc((width + 1) * height) : Buffer.alloc(10);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(notes
      ? [chunk('tEXt', `Comment\0${OWNER}`), chunk('eXIf', `MM\0*${GPS}`), chunk('iTXt', CAMERA)]
      : []),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', ''),
    ...(notes ? [Buffer.from(AFTER)] : []),
  ]);
}

function segment(marker: number, data: Buffer | string): Buffer {
  const body = Buffer.from(data as string);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** TIFF with one entry, Orientation, and GPS data behind it. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.from(
    `4949${'2a00'}08000000${'0100'}1201${'0300'}01000000${'0000'}0000${'00000000'}`,
    'hex',
  );
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(GPS)]);
}

export function jpeg(width: number, height: number, orientation = 1): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    segment(0xe1, exif(orientation)),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${OWNER}`),
    segment(0xe2, 'ICC_PROFILE\0\x01\x01colours'),
    segment(0xe2, `MPF\0${CAMERA}`),
    segment(0xed, `Photoshop 3.0\0${OWNER}`),
    segment(0xfe, CAMERA),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc2, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from('12ff0034ffd056', 'hex'),
    // Between the scans of a progressive picture there may be segments again.
    segment(0xfe, OWNER),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from('78ff009a', 'hex'),
    Buffer.from('ffd9', 'hex'),
    Buffer.from(AFTER),
  ]);
}

export function webp(width: number, height: number): Buffer {
  const part = (type: string, data: Buffer | string) => {
    const body = Buffer.from(data as string);
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const extended = Buffer.alloc(10);
  extended[0] = 0x08 | 0x04 | 0x10;
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const parts = [part('VP8X', extended), part('VP8L', '\x2f12345'), part('EXIF', GPS), part('XMP ', OWNER)];
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  const head = Buffer.alloc(8);
  head.write('RIFF');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.from(AFTER)]);
}

export function gif(width: number, height: number, frames = 1): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const frame = Buffer.from('2c00000000010001000002024401' + '00', 'hex');
  return Buffer.concat([head, ...Array(frames).fill(frame), Buffer.from([0x3b])]);
}
