import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Grounds, inThemes, readableAccent } from './accent';
import { contrast, fromHex } from './oklch';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const more = css.indexOf('[data-contrast');

function groundsOf(set: string, theme: 'light' | 'dark'): Grounds {
  const token = (name: string) => {
    const [, value = ''] = new RegExp(`--${name}: ([^;]+);`, 'u').exec(set) ?? [];
    return inThemes(value)![theme];
  };
  return {
    paper: token('paper'),
    sheet: token('sheet'),
    wash: token('wash'),
    ink: token('ink'),
    quiet: token('quiet'),
  };
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe.each([
  { name: 'light', grounds: groundsOf(css.slice(0, more), 'light'), least: 4.5 },
  { name: 'dark', grounds: groundsOf(css.slice(0, more), 'dark'), least: 4.5 },
  { name: 'light, more contrast', grounds: groundsOf(css.slice(more), 'light'), least: 7 },
  { name: 'dark, more contrast', grounds: groundsOf(css.slice(more), 'dark'), least: 7 },
])('an organisation’s accent on $name', ({ grounds, least }) => {
  it('can be read everywhere, whatever colour was wished for', () => {
    fc.assert(
      fc.property(hex, (wish) => {
        const made = readableAccent(fromHex(wish), grounds, least);
        const { accent, 'accent-strong': strong, 'accent-wash': accentWash, 'on-accent': onAccent } = made;
        for (const ground of [grounds.paper, grounds.sheet, grounds.wash, accentWash]) {
          expect(contrast(accent, ground)).toBeGreaterThanOrEqual(least);
          expect(contrast(strong, ground)).toBeGreaterThanOrEqual(least);
        }
        for (const ground of [accent, strong]) {
          expect(contrast(onAccent, ground)).toBeGreaterThanOrEqual(least);
        }
        for (const words of [grounds.ink, grounds.quiet]) {
          expect(contrast(words, accentWash)).toBeGreaterThanOrEqual(least);
        }
      }),
      {
        numRuns: 500,
        examples: [['#ffff00'], ['#000000'], ['#ffffff'], ['#00ff00'], ['#0000ff'], ['#808080']],
      },
    );
  });
});

it('a wish that can be read already stays as it is', () => {
  const grounds = groundsOf(css.slice(0, more), 'light');
  const wish = fromHex('#7a1f3d');
  expect(readableAccent(wish, grounds, 4.5).accent).toEqual(wish);
});

it('keeps its hue when it has to become darker', () => {
  const wish = fromHex('#f6c700');
  const { accent } = readableAccent(wish, groundsOf(css.slice(0, more), 'light'), 4.5);
  expect(accent[2]).toBe(wish[2]);
  expect(accent[0]).toBeLessThan(wish[0]);
});

it('tokens are understood as they are written, and as a build shortens them', () => {
  const meant = { light: [0.985, 0.006, 85], dark: [0.215, 0.026, 258] };
  expect(inThemes('light-dark(oklch(0.985 0.006 85), oklch(0.215 0.026 258))')).toEqual(meant);
  expect(inThemes('light-dark(oklch(98.5% .006 85),oklch(21.5% .026 258))')).toEqual(meant);
  expect(inThemes('#fff')).toBeNull();
});
