import { useState } from 'react';
import { localStore } from './local-storage';
import type { CommunityView } from './types';

const KEY = 'kring.last-community';

/** Where one posts from Home: where one posted from there last, else the company itself. */
export function useComposerCommunity(mine: CommunityView[], companyId: string | null) {
  const [chosen, setChosen] = useState(() => localStore?.getItem(KEY) ?? companyId);
  const writable = mine.filter((community) => community.mayPost);
  const community =
    writable.find(({ id }) => id === chosen) ?? writable.find(({ id }) => id === companyId) ?? writable[0];
  const choose = (id: string) => {
    setChosen(id);
    try {
      localStore?.setItem(KEY, id);
    } catch {
      // Only a convenience for the next time.
    }
  };
  return { community, writable, choose };
}
