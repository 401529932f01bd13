/** Lightness 0..1, chroma 0..0.4 or so, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];
type Rgb = [red: number, green: number, blue: number];

/** Linear light; matrices from the CSS Color 4 specification. Outside 0..1 a screen cannot show it. */
function linear([lightness, chroma, hue]: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const isShowable = (color: Oklch): boolean =>
  linear(color).every((value) => value >= -0.0001 && value <= 1.0001);

/** The same lightness and hue, as strong as a screen can show it. */
export function showable([lightness, chroma, hue]: Oklch): Oklch {
  if (isShowable([lightness, chroma, hue])) return [lightness, chroma, hue];
  let [low, high] = [0, chroma];
  while (high - low > 0.0005) {
    const middle = (low + high) / 2;
    if (isShowable([lightness, middle, hue])) low = middle;
    else high = middle;
  }
  return [lightness, low, hue];
}

/** Relative luminance as WCAG defines it. */
function luminance(color: Oklch): number {
  const [red, green, blue] = linear(color).map((value) => Math.min(1, Math.max(0, value))) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as WCAG defines it, 1..21. */
export function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** From `#rrggbb`. */
export function fromHex(hex: string): Oklch {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, b), (hue + 360) % 360];
}
