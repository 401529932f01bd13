import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast, type Oklch } from './oklch';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const color = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const sets = {
  usual: css.slice(0, css.indexOf('[data-contrast')),
  more: css.slice(css.indexOf('[data-contrast')),
};

const themes = [
  { name: 'light', set: 'usual', at: 1, least: 4.5 },
  { name: 'dark', set: 'usual', at: 4, least: 4.5 },
  { name: 'light, more contrast', set: 'more', at: 1, least: 7 },
  { name: 'dark, more contrast', set: 'more', at: 4, least: 7 },
] as const;

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

describe.each(themes)('on $name', ({ set, at, least }) => {
  function token(name: string): Oklch {
    const found = new RegExp(
      String.raw`--${name}: (?:var\(--own-[\w-]+, )?light-dark\(${color}, ${color}\)`,
      'u',
    ).exec(sets[set]);
    if (!found) throw new Error(`There is no token --${name}.`);
    const [lightness, chroma, hue] = found.slice(at, at + 3).map(Number) as [number, number, number];
    return [lightness, chroma, hue];
  }

  it.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(least);
  });

  it('the accent is 7:1 on paper', () => {
    expect(contrast(token('accent'), token('paper'))).toBeGreaterThanOrEqual(7);
  });

  it.each(['edge', 'signal', 'accent'])('%s can be made out as a shape on paper (3:1)', (shape) => {
    expect(contrast(token(shape), token('paper'))).toBeGreaterThanOrEqual(3);
  });

  it('every community hue can be read', () => {
    const name = at === 1 ? 'ring-on-light' : 'ring-on-dark';
    const [lightness = 0, chroma = 0] = (new RegExp(`--${name}: ([^;]+);`, 'u').exec(sets[set])?.[1] ?? '')
      .split(' ')
      .map(Number);
    for (let hue = 0; hue < 360; hue += 5) {
      expect(contrast([lightness, chroma, hue], token('paper'))).toBeGreaterThanOrEqual(least);
    }
  });
});

it('initials can be read on every person’s hue, in light and dark', () => {
  const base = readFileSync(join(import.meta.dirname, 'base.css'), 'utf8');
  expect(base).toContain('background: light-dark(oklch(0.9 0.045 var(--hue)), oklch(0.38 0.05 var(--hue)))');
  expect(base).toContain('color: light-dark(oklch(0.3 0.07 var(--hue)), oklch(0.97 0.015 var(--hue)))');
  for (let hue = 0; hue < 360; hue += 5) {
    expect(contrast([0.3, 0.07, hue], [0.9, 0.045, hue])).toBeGreaterThanOrEqual(7);
    expect(contrast([0.97, 0.015, hue], [0.38, 0.05, hue])).toBeGreaterThanOrEqual(7);
  }
});
