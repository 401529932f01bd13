import { useEffect, useState } from 'react';

type Rich = typeof import('./rich');

let loaded: Rich | null = null;
let loading: Promise<Rich> | null = null;

/** The editor is heavy, so it comes when somebody begins to write. */
export function loadRich(): void {
  loading ??= import('./rich').then((rich) => {
    loaded = rich;
    return rich;
  });
  // Without it one writes Markdown; the next visit asks again.
  loading.catch(() => {
    loading = null;
  });
}

/** The editor once it is there, or null. It never comes between the strokes of one character (`isBusy`). */
export function useRich(isWanted: boolean, isBusy: () => boolean): Rich | null {
  const [rich, setRich] = useState(isWanted ? loaded : null);
  useEffect(() => {
    if (!isWanted || rich) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const take = () => {
      if (isGone) return;
      if (isBusy()) timer = setTimeout(take, 100);
      else setRich(loaded);
    };
    loadRich();
    void loading?.then(take, () => {});
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isWanted, rich, isBusy]);
  return isWanted ? rich : null;
}
