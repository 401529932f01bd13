import { useMemo } from 'react';
import { useLater } from '~/ui/later';
import { richCode } from './use-rich';

/** What Markdown says, as plain words. As long as what knows it is not there, the Markdown itself. */
export function usePlainWords(markdown: string): string {
  const rich = useLater(richCode);
  return useMemo(() => rich?.plainWords(markdown) ?? markdown, [rich, markdown]);
}
