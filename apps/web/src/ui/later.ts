import { useEffect, useState } from 'react';

/** Code that is fetched when it is first wanted. */
export interface Later<Code> {
  /** Asks again when it failed before. */
  load(): Promise<Code>;
  /** null until it is there. */
  loaded(): Code | null;
}

export function later<Code>(fetchCode: () => Promise<Code>): Later<Code> {
  let loaded: Code | null = null;
  let loading: Promise<Code> | null = null;
  async function load() {
    try {
      loaded = await fetchCode();
      return loaded;
    } finally {
      loading = null;
    }
  }
  return {
    load() {
      if (loaded) return Promise.resolve(loaded);
      loading ??= load();
      return loading;
    },
    loaded: () => loaded,
  };
}

const AGAIN_MS = 3000;

/**
 * The code once it is there. By hand and not by React's `lazy`, which remembers a failure for ever and gives it to the
 * whole view. Without `onFailed` it is asked for until it comes.
 */
export function useLater<Code>(code: Later<Code>, isWanted = true, onFailed?: () => void): Code | null {
  const [loaded, setLoaded] = useState(code.loaded);
  const isMissing = isWanted && !loaded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only wanting it asks.
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      code.load().then(
        (it) => isGone || setLoaded(() => it),
        () => {
          if (isGone) return;
          if (onFailed) onFailed();
          else timer = setTimeout(ask, AGAIN_MS);
        },
      );
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isMissing, code]);
  return isWanted ? loaded : null;
}
