import { languages } from 'virtual:languages';
import { useEffect, useState } from 'react';
import type { Emoji } from './emoji-names';

/** Emoji by what they are called. The names are fetched when the first colon is typed. */
export function useEmoji(typed: string | null, language: string): Emoji[] {
  const [found, setFound] = useState<Emoji[]>([]);
  useEffect(() => {
    if (typed === null) return;
    let isWanted = true;
    void import('./emoji-names')
      .then(({ emojiCalled }) => emojiCalled(typed, language, languages))
      .then((emoji) => isWanted && setFound(emoji))
      // Without the names one types the emoji itself.
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [typed, language]);
  return typed === null ? [] : found;
}
