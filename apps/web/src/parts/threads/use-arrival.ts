import { useEffect, useState } from 'react';
import { useKept } from '../use-kept';

const SHOWN_MS = 4000;

/**
 * Somebody came by a link to this very post: it is brought into view, once a visit, and marked for a moment.
 * @returns whether it is marked now
 */
export function useArrival(postId: string, isTarget: boolean): boolean {
  const [isArrived, arrive] = useKept(`arrived ${postId}`, false);
  const [isMarked, setMarked] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: having arrived does not end the mark early.
  useEffect(() => {
    if (!isTarget) return setMarked(false);
    if (isArrived) return;
    document.getElementById(`post-${postId}`)?.scrollIntoView({ block: 'center' });
    arrive(true);
    setMarked(true);
    const timer = setTimeout(() => setMarked(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isTarget, postId]);

  return isMarked;
}
