import { mkdirSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { inProject } from './project.mjs';

/*
 * Draws the app's icons from the mark: `node scripts/draw-icons.mjs` after the mark or its colours change.
 * The results are committed, since browsers and app stores want files and not code.
 */
const DELFT = '#153f86';
const PAPER = '#fcfaf6';
/** The mark on a field of 32, as in apps/web/src/parts/Mark.tsx: the ring spans 27.5 of it. */
const MARK = 'M18.85 5.37 A11 11 0 1 0 26.63 13.15';

/** @param {{ share: number, round: number }} look how much of the field the mark spans; how round the ground is */
const icon = ({ share, round }) => {
  const size = 512;
  const scale = (size * share) / 27.5;
  const shift = size / 2 - 16 * scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">
  <title>Kring</title>
  <rect width="${size}" height="${size}" rx="${size * round}" fill="${DELFT}"/>
  <path d="${MARK}" transform="translate(${shift} ${shift}) scale(${scale})" fill="none" stroke="${PAPER}" stroke-width="5.5"/>
</svg>
`;
};

/** One colour, for badges that the system paints itself. */
const single = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <path d="${MARK}" fill="none" stroke="#fff" stroke-width="5.5"/>
</svg>
`;

const folder = inProject('apps/web/public/icons');
mkdirSync(folder, { recursive: true });
const write = (name, content) => writeFileSync(`${folder}/${name}`, content);
const png = (svg, width) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();

const rounded = icon({ share: 0.62, round: 0.22 });
write('icon.svg', rounded);
write('icon-192.png', png(rounded, 192));
write('icon-512.png', png(rounded, 512));
// The system cuts these to its own shape: the mark stays within the safe circle of 80 %.
const whole = icon({ share: 0.52, round: 0 });
write('maskable-192.png', png(whole, 192));
write('maskable-512.png', png(whole, 512));
write('apple-touch-icon.png', png(whole, 180));
write('badge-96.png', png(single, 96));
