import { startTransition, useEffect, useRef } from 'react';

/**
 * Does a part of what is left to draw, once a frame and between other things: parts that are drawn faster than frames are
 * laid out together, in one go that holds up the reader.
 */
export function useEachFrame(isLeft: boolean, drawMore: () => void): void {
  const frame = useRef(0);
  const latest = useRef(drawMore);
  latest.current = drawMore;
  // After each drawing, as what is left may be other than before; one that waits already knows the latest.
  useEffect(() => {
    if (!isLeft || frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      startTransition(latest.current);
    });
  });
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    },
    [],
  );
}
