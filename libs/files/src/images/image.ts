import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/** The only kinds of content that browsers are asked to show. Everything else is handed over as a download. */
export const RASTER_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

export type RasterType = (typeof RASTER_TYPES)[number];

/** What the header of a picture says; nothing is decoded, so no bomb goes off. */
export interface Image {
  mediaType: RasterType;
  /** As it is shown, after turning it. */
  width: number;
  height: number;
  frames: number;
  /** The pieces of the file without what the camera noted: place, time, owner, thumbnail. */
  clean: Buffer[];
}

const MOST_PIXELS_A_SIDE = 10_000;
const MOST_PIXELS = 40_000_000;
const MOST_FRAMES = 500;

/** Null for what is no whole picture of the four kinds, whatever it calls itself. */
export function readImage(bytes: Buffer): Image | null {
  try {
    return readPng(bytes) ?? readJpeg(bytes) ?? readGif(bytes) ?? readWebp(bytes);
  } catch (error) {
    // Reading past the end: cut off, or made up.
    if ((error as Error).name === 'RangeError') return null;
    throw error;
  }
}

/** Small enough for every browser that is going to decode it. */
export function isShowable({ width, height, frames }: Image): boolean {
  const sides = [width, height];
  return (
    sides.every((side) => side > 0 && side <= MOST_PIXELS_A_SIDE) &&
    width * height <= MOST_PIXELS &&
    frames <= MOST_FRAMES
  );
}
