import type { TextPiece } from '~/data/types';

/** Text in which what was looked for is marked. Plain text: never the server's HTML. */
export function Pieces({ pieces }: { pieces: TextPiece[] }) {
  let at = 0;
  return (
    <p className="line-clamp-3 max-w-measure">
      {pieces.map(({ text, hit }) => {
        const key = at;
        at += text.length;
        if (!hit) return <span key={key}>{text}</span>;
        return (
          <mark key={key} className="rounded-sm bg-accent-wash font-semibold text-accent">
            {text}
          </mark>
        );
      })}
    </p>
  );
}
