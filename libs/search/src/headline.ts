import { HIT_BEGINS, HIT_ENDS } from './search.queries.ts';

/** A piece of text; `hit` when it is what was looked for. */
export interface TextPiece {
  text: string;
  hit: boolean;
}

/** Takes a marked headline apart, so that nobody has to put text of people into HTML. */
export function piecesOf(headline: string): TextPiece[] {
  return headline
    .split(new RegExp(`(${HIT_BEGINS}[^${HIT_ENDS}]*${HIT_ENDS})`))
    .map((piece) => ({
      hit: piece.startsWith(HIT_BEGINS),
      text: piece.replaceAll(HIT_BEGINS, '').replaceAll(HIT_ENDS, ''),
    }))
    .filter(({ text }) => text !== '');
}
