import { type Accent, type Grounds, inThemes, readableAccent } from '~/styles/accent';
import { fromHex, type Oklch } from '~/styles/oklch';
import { type Contrast, contrastNow } from './contrast-now';

const NAMES = ['accent', 'accent-strong', 'accent-wash', 'on-accent'] as const;
const GROUNDS = ['paper', 'sheet', 'wash', 'ink', 'quiet'] as const;
const LEAST: Record<Contrast, number> = { usual: 4.5, more: 7 };

const asCss = ([lightness, chroma, hue]: Oklch): string =>
  `oklch(${lightness.toFixed(4)} ${chroma.toFixed(4)} ${hue.toFixed(2)})`;

/** The accent in both themes, made readable on the grounds that tokens.css has now. */
export function accentsOf(hex: string): { light: Accent; dark: Accent } {
  const style = getComputedStyle(document.documentElement);
  const both = GROUNDS.map((name) => [name, inThemes(style.getPropertyValue(`--${name}`))] as const);
  const grounds = (theme: 'light' | 'dark') =>
    Object.fromEntries(both.map(([name, value]) => [name, value![theme]])) as unknown as Grounds;
  const made = (theme: 'light' | 'dark') =>
    readableAccent(fromHex(hex), grounds(theme), LEAST[contrastNow()]);
  return { light: made('light'), dark: made('dark') };
}

/** Custom properties for the root; tokens.css puts them before its own accent. */
export function accentTokens(hex: string): Record<string, string> {
  const { light, dark } = accentsOf(hex);
  return Object.fromEntries(
    NAMES.map((name) => [`--own-${name}`, `light-dark(${asCss(light[name])}, ${asCss(dark[name])})`]),
  );
}

/** The same for something that shows one theme only. */
export const cssOf = (accent: Accent): Record<keyof Accent, string> =>
  Object.fromEntries(NAMES.map((name) => [name, asCss(accent[name])])) as Record<keyof Accent, string>;
