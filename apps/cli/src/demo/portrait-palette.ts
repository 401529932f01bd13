/** OKLCH (lightness 0..1, chroma, hue in degrees) as the hex that the renderer knows. */
export function colour(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map((channel) => hex(channel)).join('')}`;
}

function hex(linear: number): string {
  const light = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, light)))
    .toString(16)
    .padStart(2, '0');
}

export type Depth = 'light' | 'middle' | 'deep';

const skin = (depth: Depth, lightness: number, chroma: number, hue: number) => ({
  depth,
  colour: colour(lightness, chroma, hue),
  shade: colour(lightness - 0.075, chroma + 0.012, hue - 6),
});

export const SKIN = [
  skin('light', 0.87, 0.05, 62),
  skin('light', 0.84, 0.06, 56),
  skin('light', 0.82, 0.065, 62),
  skin('middle', 0.75, 0.075, 62),
  skin('middle', 0.68, 0.08, 60),
  skin('deep', 0.56, 0.075, 54),
  skin('deep', 0.46, 0.06, 50),
] as const;

export const HAIR: Record<Depth, readonly string[]> = {
  light: [
    ...[colour(0.78, 0.09, 82), colour(0.68, 0.09, 74), colour(0.47, 0.065, 58), colour(0.36, 0.045, 52)],
    ...[colour(0.53, 0.115, 48), colour(0.82, 0.012, 80), colour(0.64, 0.01, 80)],
  ],
  middle: [colour(0.27, 0.025, 50), colour(0.33, 0.04, 50), colour(0.24, 0.012, 280), colour(0.7, 0.01, 80)],
  deep: [colour(0.22, 0.015, 40), colour(0.26, 0.025, 45), colour(0.2, 0.01, 280), colour(0.62, 0.008, 80)],
};

/** Hues of clothes: Delft blue, teal, moss, ochre, brick, plum. */
export const WEAR = [255, 205, 140, 80, 38, 350] as const;

const ground = (hue: number, avoid: number) => ({
  colour: colour(0.89, 0.035, hue),
  shape: colour(0.82, 0.055, hue),
  avoid,
});

export const GROUNDS = [
  ...[ground(250, 255), ground(210, 205), ground(150, 140), ground(95, 80)],
  ...[ground(60, 80), ground(30, 38), ground(345, 350), ground(290, 350)],
];
