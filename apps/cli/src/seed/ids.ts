import type { Random } from './random.ts';

const HEX = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));

/** A UUIDv7 of a moment: ids sort as the times do. */
export function idAt(ms: number, random: Random): string {
  const high = Math.floor(ms / 4_294_967_296);
  const low = ms % 4_294_967_296;
  const version = 0x7000 | random.below(0x1000);
  const variant = 0x8000 | random.below(0x4000);
  return `${HEX[high]}${HEX[low >>> 16]}-${HEX[low & 0xffff]}-${HEX[version]}-${HEX[variant]}-${word(random)}${word(random)}${word(random)}`;
}

const word = (random: Random): string => HEX[random.below(65_536)]!;
