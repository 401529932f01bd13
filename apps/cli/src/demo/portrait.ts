import { Resvg } from '@resvg/resvg-js';
import { Chance } from './chance.ts';
import { hairstyle, type Look } from './portrait-hair.ts';
import { colour, GROUNDS, HAIR, SKIN, WEAR } from './portrait-palette.ts';

/** A drawn portrait of nobody: a PNG of 256 × 256, the same for the same seed and look. */
export function drawPortrait(seed: string, look?: Look): Buffer {
  return new Resvg(portraitSvg(seed, look), { fitTo: { mode: 'width', value: 256 } }).render().asPng();
}

/** The drawing behind `drawPortrait`: a few plain shapes, no features but light from one side. */
export function portraitSvg(seed: string, look?: Look): string {
  const chance = new Chance(`portrait of ${seed}`);
  const skin = chance.oneOf(SKIN.filter(({ depth }) => !look || depth === look.skin));
  const kind = look?.hair ?? chance.oneOf(['short', 'long', 'short', 'long', 'scarf'] as const);
  const ground = chance.oneOf(GROUNDS);
  const wear = chance.oneOf(WEAR.filter((one) => one !== ground.avoid));
  const hair = hairstyle(chance, kind, { hair: chance.oneOf(HAIR[skin.depth]), wear: chance.oneOf(WEAR) });
  const width = chance.between(44, 49);
  const jaw = chance.between(54, 60);
  const lightFromLeft = chance.next() < 0.5;
  const face = `M${128 - width} 104 a${width} ${width + 4} 0 0 1 ${2 * width} 0 v12 c0 ${jaw * 0.62} -${width * 0.45} ${jaw} -${width} ${jaw} s-${width} -${jaw * 0.38} -${width} -${jaw} z`;
  const shadeX = lightFromLeft ? 128 : 60;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">
<defs><clipPath id="face"><path d="${face}"/></clipPath><clipPath id="all"><rect width="256" height="256"/></clipPath></defs>
<g clip-path="url(#all)">
<rect width="256" height="256" fill="${ground.colour}"/>
${backdrop(chance, ground.shape)}
${hair.behind}
${shoulders(chance, wear)}
<path d="M104 146 h48 v44 a24 22 0 0 1 -48 0 z" fill="${skin.colour}"/>
<path d="M104 158 q24 26 48 0 v10 q-24 24 -48 0 z" fill="${skin.shade}"/>
${collar(chance, wear)}
${hair.covers ? '' : ears(width, skin.colour, skin.shade, lightFromLeft)}
<path d="${face}" fill="${skin.colour}"/>
<g clip-path="url(#face)">
<rect x="${shadeX}" y="40" width="68" height="150" fill="${skin.shade}" opacity=".55"/>
<path d="M128 100 v27 h${lightFromLeft ? -9 : 9} z" fill="${skin.shade}" opacity=".55"/>
${hair.onFace}
</g>
${hair.above}
${glasses(chance, hair.covers)}
</g></svg>`;
}

function backdrop(chance: Chance, shape: string): string {
  const drawings = [
    `<circle cx="128" cy="120" r="${chance.between(92, 112)}" fill="${shape}"/>`,
    `<rect x="${chance.oneOf([0, 128])}" width="128" height="256" fill="${shape}"/>`,
    `<path d="M0 256 A256 256 0 0 1 256 0 V256 Z" fill="${shape}"/>`,
    `<path d="M0 0 A256 256 0 0 1 256 256 H0 Z" fill="${shape}"/>`,
    `<circle cx="128" cy="118" r="100" fill="none" stroke="${shape}" stroke-width="22"/>`,
  ];
  return chance.oneOf(drawings);
}

function shoulders(chance: Chance, wear: number): string {
  const width = chance.between(84, 98);
  const top = chance.between(186, 194);
  return `<path d="M${128 - width} 260 C${128 - width} 214 ${128 - width * 0.62} ${top + 6} ${128 - 24} ${top - 8} H${128 + 24} C${128 + width * 0.62} ${top + 6} ${128 + width} 214 ${128 + width} 260 Z" fill="${colour(0.48, 0.075, wear)}"/>`;
}

function collar(chance: Chance, wear: number): string {
  const dark = colour(0.38, 0.07, wear);
  const light = colour(0.93, 0.018, wear);
  return chance.oneOf([
    `<path d="M100 180 Q128 226 156 180 L164 186 Q128 240 92 186 Z" fill="${dark}"/>`,
    `<path d="M104 178 L128 214 L112 228 L92 186 Z M152 178 L128 214 L144 228 L164 186 Z" fill="${light}"/>`,
    `<path d="M100 172 Q128 196 156 172 V190 Q128 214 100 190 Z" fill="${dark}"/>`,
    `<path d="M100 182 L128 232 L156 182 L176 192 L136 260 H120 L80 192 Z" fill="${dark}"/><path d="M104 186 L128 230 L152 186 Q128 206 104 186 Z" fill="${light}"/>`,
  ]);
}

function ears(width: number, skin: string, shade: string, lightFromLeft: boolean): string {
  const left = 128 - width;
  const right = 128 + width;
  return `<ellipse cx="${left}" cy="122" rx="8" ry="13" fill="${lightFromLeft ? skin : shade}"/><ellipse cx="${right}" cy="122" rx="8" ry="13" fill="${lightFromLeft ? shade : skin}"/>`;
}

function glasses(chance: Chance, covers: boolean): string {
  if (chance.next() > 0.3) return '';
  const line = colour(0.27, 0.02, 60);
  const lens = chance.next() < 0.5 ? 'rx="15"' : 'rx="6"';
  const arms = covers ? '' : 'M92 116 L84 113 M164 116 L172 113';
  return `<g fill="none" stroke="${line}" stroke-width="4"><rect x="92" y="104" width="31" height="27" ${lens}/><rect x="133" y="104" width="31" height="27" ${lens}/><path d="M123 114 h10 ${arms}"/></g>`;
}
