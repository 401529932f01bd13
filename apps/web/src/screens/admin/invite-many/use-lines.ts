import { useEffect, useState } from 'react';
import { useSettled } from '~/data/use-settled';
import { addressesIn } from './addresses-in';
import type { InvitedLine } from './invited-line';
import { isTable, tableIn } from './table-in';

/** Whom the text names, a moment after it was last changed. */
export function useLines(text: string): InvitedLine[] {
  const settled = useSettled(text, 150);
  const [lines, setLines] = useState<InvitedLine[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const read = isTable(settled) ? tableIn(settled) : Promise.resolve(addressesIn(settled));
    void read.then((found) => isCurrent && setLines(found));
    return () => {
      isCurrent = false;
    };
  }, [settled]);
  return lines;
}
