import { useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';

const kept = new Map<string, unknown>();

/**
 * State that belongs to one visit of a screen: what was unfolded there is unfolded again when one comes back to it.
 * A new visit begins afresh. Together with the cached answers this is what makes "back" lead to the very place.
 */
export function useKept<Value>(name: string, first: Value): [Value, (value: Value) => void] {
  const router = useRouter();
  const [key] = useState(() => `${router.state.location.state.__TSR_key ?? ''} ${name}`);
  const [value, setValue] = useState(() => (kept.has(key) ? (kept.get(key) as Value) : first));
  const keep = useCallback(
    (next: Value) => {
      kept.set(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, keep];
}
