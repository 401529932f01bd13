import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Theme = 'light' | 'dark';
type Oklch = [lightness: number, chroma: number, hue: number];

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const color = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;

function token(name: string, theme: Theme): Oklch {
  const found = new RegExp(`--${name}: light-dark\\(${color}, ${color}\\)`, 'u').exec(css);
  if (!found) throw new Error(`There is no token --${name}.`);
  return found
    .slice(theme === 'light' ? 1 : 4)
    .slice(0, 3)
    .map(Number) as Oklch;
}

/** Relative luminance (WCAG) of an OKLCH colour; matrices from the CSS Color 4 specification. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const bounded = (value: number) => Math.min(1, Math.max(0, value));
  const red = bounded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = bounded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = bounded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'sheet', 'wash'];
const words = ['ink', 'quiet', 'accent', 'accent-strong', 'signal-text', 'success', 'danger'];
const code = ['code-word', 'code-text', 'code-number', 'code-name', 'code-aside'];
const pairs: [text: string, ground: string][] = [
  ...grounds.flatMap((ground) => words.map((word): [string, string] => [word, ground])),
  ...code.map((word): [string, string] => [word, 'wash']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-signal', 'signal'],
  ['ink', 'accent-wash'],
  ['quiet', 'accent-wash'],
  ['accent', 'accent-wash'],
  ['ink', 'danger-wash'],
  ['danger', 'danger-wash'],
];

describe.each<Theme>(['light', 'dark'])('on %s', (theme) => {
  it.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('the accent is 7:1 on paper', () => {
    expect(contrast(token('accent', theme), token('paper', theme))).toBeGreaterThanOrEqual(7);
  });

  it.each(['edge', 'signal', 'accent'])('%s can be made out as a shape on paper (3:1)', (shape) => {
    expect(contrast(token(shape, theme), token('paper', theme))).toBeGreaterThanOrEqual(3);
  });

  it('every community hue and every portrait’s initials can be read', () => {
    const base = readFileSync(join(import.meta.dirname, 'base.css'), 'utf8');
    expect(base).toContain('light-dark(oklch(0.52 0.13 var(--hue, 250)), oklch(0.77 0.11 var(--hue, 250)))');
    for (let hue = 0; hue < 360; hue += 5) {
      const ring: Oklch = theme === 'light' ? [0.52, 0.13, hue] : [0.77, 0.11, hue];
      expect(contrast(ring, token('paper', theme))).toBeGreaterThanOrEqual(4.5);
      const ground: Oklch = theme === 'light' ? [0.9, 0.045, hue] : [0.38, 0.05, hue];
      const initials: Oklch = theme === 'light' ? [0.38, 0.08, hue] : [0.93, 0.03, hue];
      expect(contrast(initials, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
