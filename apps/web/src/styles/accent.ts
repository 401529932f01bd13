import { contrast, type Oklch, showable } from './oklch';

/** What an accent stands on, and what stands on its wash. */
export interface Grounds {
  paper: Oklch;
  sheet: Oklch;
  wash: Oklch;
  ink: Oklch;
  quiet: Oklch;
}

export interface Accent {
  accent: Oklch;
  'accent-strong': Oklch;
  'accent-wash': Oklch;
  'on-accent': Oklch;
}

/** Screens round to 8 bits a channel; a little more than the rule asks stays above it. */
const SPARE = 0.05;
const STEP = 0.005;
const STRONGER = 0.065;
/** A colour for words: stronger than this it glows. */
const STRONGEST = 0.2;

/**
 * The wished colour as near as it can be read: its hue stays, its lightness moves away from the ground until every
 * pair has the contrast asked for.
 * @param least 4.5 usually, 7 for more contrast
 */
export function readableAccent(wish: Oklch, grounds: Grounds, least: number): Accent {
  const [wished, chroma, hue] = wish;
  const { paper, sheet, wash } = grounds;
  const isLight = paper[0] > 0.5;
  const away = isLight ? -1 : 1;
  const colour = (lightness: number, strength: number): Oklch =>
    showable([Math.min(1, Math.max(0, lightness)), Math.min(chroma, strength), hue]);
  const accentWash = isLight ? colour(paper[0] - 0.045, 0.02) : colour(paper[0] + 0.1, 0.05);
  const under = [paper, sheet, wash, accentWash];
  const isRead = (color: Oklch) => under.every((ground) => contrast(color, ground) >= least + SPARE);

  let lightness = wished;
  while (!isRead(colour(lightness, STRONGEST)) && lightness >= 0 && lightness <= 1) lightness += away * STEP;
  return {
    accent: colour(lightness, STRONGEST),
    'accent-strong': colour(lightness + away * STRONGER, STRONGEST),
    'accent-wash': accentWash,
    'on-accent': paper,
  };
}

/** A build shortens numbers: `oklch(98.5% .006 85)` is `oklch(0.985 0.006 85)`. */
const ONE = String.raw`oklch\(([\d.]+%?) ([\d.]+) ([\d.]+)(?:deg)?\)`;
const BOTH = new RegExp(String.raw`light-dark\(\s*${ONE},\s*${ONE}\s*\)`, 'u');

/** A token as tokens.css writes it, `light-dark(oklch(…), oklch(…))`, in its two themes. */
export function inThemes(value: string): { light: Oklch; dark: Oklch } | null {
  const [, ...found] = BOTH.exec(value) ?? [];
  if (found.length !== 6) return null;
  const numbers = found.map((each) => (each.endsWith('%') ? Number.parseFloat(each) / 100 : Number(each)));
  const [a, b, c, d, e, f] = numbers as [number, number, number, number, number, number];
  return { light: [a, b, c], dark: [d, e, f] };
}
