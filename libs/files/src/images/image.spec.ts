import fc from 'fast-check';
import { gif, jpeg, png, SECRETS, webp } from '../../test/samples.ts';
import { isShowable, readImage } from './image.ts';

const KINDS = { png, jpeg, gif, webp };
const kinds = Object.entries(KINDS);

describe('reading a picture', () => {
  test.each(kinds)('tells kind and size of a %s without decoding it', (kind, make) => {
    expect(readImage(make(320, 200))).toMatchObject({ mediaType: `image/${kind}`, width: 320, height: 200 });
  });

  test.each(kinds)('leaves nothing in a %s that the camera noted, and it is still one', (_, make) => {
    const clean = Buffer.concat(readImage(make(320, 200))!.clean);
    for (const secret of SECRETS) expect(clean.toString('latin1')).not.toContain(secret);
    expect(readImage(clean)).toMatchObject({ width: 320, height: 200 });
    expect(Buffer.concat(readImage(clean)!.clean)).toEqual(clean);
  });

  test('keeps the colours and both scans of a JPEG', () => {
    const clean = Buffer.concat(readImage(jpeg(8, 8))!.clean).toString('latin1');
    for (const kept of [
      'JFIF',
      'ICC_PROFILE\0\x01\x01colours',
      '\x12\xff\x004\xff\xd0V',
      'x\xff\x00\x9a\xff\xd9',
    ])
      expect(clean).toContain(kept);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps which way up a JPEG is: %i', (orientation) => {
    const image = readImage(jpeg(300, 200, orientation))!;
    expect([image.width, image.height]).toEqual(orientation >= 5 ? [200, 300] : [300, 200]);
    const again = readImage(Buffer.concat(image.clean))!;
    expect([again.width, again.height]).toEqual([image.width, image.height]);
  });

  test('clears the promise of EXIF and XMP in a WebP', () => {
    const clean = Buffer.concat(readImage(webp(5, 5))!.clean);
    expect(clean.readUInt8(20)).toBe(0x10);
    expect(clean.readUInt32LE(4)).toBe(clean.length - 8);
  });

  test.each(kinds)(
    'a %s that is cut off anywhere is none, or a smaller whole one; never an error',
    (_, make) => {
      const whole = make(32, 20);
      for (let length = 0; length < whole.length; length++)
        expect(() => readImage(whole.subarray(0, length))).not.toThrow();
    },
  );

  test('whatever bytes come: an answer, soon', () => {
    const starts = kinds.map(([, make]) => make(32, 20));
    const broken = fc
      .tuple(fc.constantFrom(...starts), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 20 }))
      .map(([start, changes]) => {
        const bytes = Buffer.from(start);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes;
      });
    const anything = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.oneof(broken, anything), (bytes) => {
        const began = performance.now();
        readImage(bytes);
        expect(performance.now() - began).toBeLessThan(200);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what may be shown', () => {
  test.each([
    ['the largest', 10_000, 4_000, 1, true],
    ['too wide', 10_001, 10, 1, false],
    ['too high', 10, 10_001, 1, false],
    ['too much of it', 7_000, 7_000, 1, false],
    ['of no size', 0, 10, 1, false],
    ['of 5,000 frames', 10, 10, 5_000, false],
  ])('%s', (_, width, height, frames, expected) => {
    const image = frames > 1 ? readImage(gif(width, height, frames)) : readImage(png(width, height, false));
    expect(image && isShowable(image)).toBe(expected);
  });
});
