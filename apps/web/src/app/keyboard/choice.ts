import { localStore } from '~/data/local-storage';

/** Single letters can get in the way of speech input and of assistive keys: whoever wants none has none. */
const KEY = 'kring.single-keys';

export const hasSingleKeys = (): boolean => localStore?.getItem(KEY) !== 'off';

export function chooseSingleKeys(on: boolean): void {
  try {
    if (on) localStore?.removeItem(KEY);
    else localStore?.setItem(KEY, 'off');
  } catch {
    // Holds until the page is left.
  }
}
