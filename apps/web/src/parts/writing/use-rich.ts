import { useEffect, useState } from 'react';
import { later } from '~/ui/later';

type Rich = typeof import('./rich');

/** The editor is heavy, so it comes when somebody begins to write. */
export const richCode = later<Rich>(() => import('./rich'));

/** Without it one writes Markdown; the next visit asks again. */
export const loadRich = (): void => void richCode.load().catch(() => {});

/** The editor once it is there, or null. It never comes between the strokes of one character (`isBusy`). */
export function useRich(isWanted: boolean, isBusy: () => boolean): Rich | null {
  const [rich, setRich] = useState(isWanted ? richCode.loaded() : null);
  useEffect(() => {
    if (!isWanted || rich) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const take = () => {
      if (isGone) return;
      if (isBusy()) timer = setTimeout(take, 100);
      else setRich(richCode.loaded());
    };
    void richCode.load().then(take, () => {});
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isWanted, rich, isBusy]);
  return isWanted ? rich : null;
}
