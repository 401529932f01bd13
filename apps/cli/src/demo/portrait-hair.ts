import type { Chance } from './chance.ts';
import { colour, type Depth } from './portrait-palette.ts';

/** What somebody looks like, as far as a demo needs it. */
export interface Look {
  hair: 'short' | 'long' | 'scarf';
  skin: Depth;
}

export interface Hairstyle {
  behind: string;
  onFace: string;
  above: string;
  /** Whether the ears are hidden. */
  covers: boolean;
}

const CAP = 'M76 118 C70 66 98 44 128 44 S186 66 180 118';

/** Hair, a scarf, or almost none, in one of a dozen plain shapes. */
export function hairstyle(
  chance: Chance,
  kind: Look['hair'],
  colours: { hair: string; wear: number },
): Hairstyle {
  const paint = (d: string) => `<path d="${d}" fill="${colours.hair}"/>`;
  const none: Hairstyle = { behind: '', onFace: '', above: '', covers: false };
  const beard =
    chance.next() < 0.4 ? paint('M76 108 C84 146 106 144 128 137 C150 144 172 146 180 108 V192 H76 Z') : '';
  const cap = paint(`${CAP} Z`);
  const short: (() => Hairstyle)[] = [
    // Short, parted at the side.
    () => ({
      ...none,
      behind: cap,
      above: paint(`${CAP} C176 92 166 82 148 80 C120 80 104 76 98 66 C96 84 84 96 76 118 Z`),
    }),
    // Short, with a straight line.
    () => ({
      ...none,
      onFace: beard,
      behind: cap,
      above: paint(`${CAP} L176 98 Q172 84 160 82 H96 Q84 84 80 98 Z`),
    }),
    // Swept up.
    () => ({
      ...none,
      onFace: beard,
      behind: cap,
      above: paint(
        'M77 112 C72 60 92 36 134 36 C168 36 186 62 179 112 C176 92 170 84 152 78 C130 88 100 84 92 80 C84 88 80 98 77 112 Z',
      ),
    }),
    // Close-cropped.
    () => ({
      ...none,
      onFace: beard,
      above: paint('M81 104 C80 66 102 50 128 50 S176 66 175 104 C170 80 154 74 128 74 S86 80 81 104 Z'),
    }),
    // A rim above the ears.
    () => ({
      ...none,
      onFace: beard,
      behind: paint('M74 128 C68 92 82 70 96 66 L96 130 Z M182 128 C188 92 174 70 160 66 L160 130 Z'),
    }),
  ];
  const long: (() => Hairstyle)[] = [
    // A bob.
    () => ({
      ...none,
      covers: true,
      behind: paint('M68 172 C62 90 70 42 128 42 S194 90 188 172 Q128 190 68 172 Z'),
      above: paint(
        'M74 128 C70 66 98 44 128 44 S186 66 182 128 C178 98 166 84 140 72 C124 92 90 94 74 128 Z',
      ),
    }),
    // A fringe and straight hair.
    () => ({
      ...none,
      covers: true,
      behind: paint('M70 216 C62 90 68 40 128 40 S194 90 186 216 Z'),
      above: paint('M74 124 C70 66 98 42 128 42 S186 66 182 124 L174 98 Q128 88 82 98 Z'),
    }),
    // Long, parted in the middle.
    () => ({
      ...none,
      covers: true,
      behind: paint(
        'M62 222 C70 170 58 120 70 84 C78 54 100 40 128 40 S178 54 186 84 C198 120 186 170 194 222 Z',
      ),
      above: paint(
        'M72 132 C66 70 96 44 128 44 S190 70 184 132 C178 104 160 92 128 62 C96 92 78 104 72 132 Z',
      ),
    }),
    // Tied up.
    () => ({
      ...none,
      behind: `<circle cx="128" cy="36" r="24" fill="${colours.hair}"/>`,
      above: paint('M78 114 C72 66 98 46 128 46 S184 66 178 114 C172 86 154 72 128 72 S84 86 78 114 Z'),
    }),
    // Curls.
    () => ({ ...none, covers: true, ...curls(colours.hair) }),
    // A round, full shape.
    () => ({
      ...none,
      covers: true,
      behind: `<circle cx="128" cy="96" r="74" fill="${colours.hair}"/>`,
      above: paint('M76 112 C72 62 98 44 128 44 S184 62 180 112 C170 88 152 80 128 80 S86 88 80 112 Z'),
    }),
  ];
  if (kind === 'scarf') return scarf(colours.wear);
  return chance.oneOf(kind === 'short' ? short : long)();
}

function curls(hair: string): Pick<Hairstyle, 'behind' | 'above'> {
  const ring = Array.from({ length: 15 }, (_, i) => {
    const angle = Math.PI * (0.86 + (i / 14) * 1.28);
    return `<circle cx="${(128 + 54 * Math.cos(angle)).toFixed(1)}" cy="${(104 + 54 * Math.sin(angle)).toFixed(1)}" r="19"/>`;
  }).join('');
  const brow = [98, 118, 138, 158]
    .map((x, i) => `<circle cx="${x}" cy="${i % 3 ? 66 : 72}" r="17"/>`)
    .join('');
  return {
    behind: `<g fill="${hair}">${ring}<circle cx="128" cy="96" r="56"/></g>`,
    above: `<g fill="${hair}">${brow}</g>`,
  };
}

function scarf(hue: number): Hairstyle {
  const cloth = colour(0.58, 0.07, hue);
  const fold = colour(0.5, 0.07, hue);
  const around =
    'M128 40 C186 40 192 96 184 140 C180 176 160 196 128 204 C96 196 76 176 72 140 C64 96 70 40 128 40 Z';
  const opening =
    'M128 68 C96 68 86 92 86 118 C86 150 104 174 128 174 S170 150 170 118 C170 92 160 68 128 68 Z';
  return {
    behind: '',
    onFace: '',
    above: `<path fill-rule="evenodd" d="${around} ${opening}" fill="${cloth}"/><path d="M76 158 C92 196 128 206 178 168 C176 214 150 232 120 232 C96 232 74 210 76 158 Z" fill="${fold}"/>`,
    covers: true,
  };
}
