import { useState } from 'react';
import { localStore } from '~/data/local-storage';
import { useMyId } from '~/data/session';

/** Rules that are being written, kept on this device until they are published. `base`: the version underneath. */
export function useUnpublished(
  base: number,
  published: string,
): [string, (body: string) => void, () => void] {
  const key = `kring.rules.${useMyId()}.${base}`;
  const [body, setBody] = useState(() => localStore?.getItem(key) ?? published);
  const keep = (next: string) => {
    setBody(next);
    try {
      localStore?.setItem(key, next);
    } catch {
      // It lives in the field alone.
    }
  };
  return [body, keep, () => localStore?.removeItem(key)];
}
