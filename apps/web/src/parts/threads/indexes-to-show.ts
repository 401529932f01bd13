import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** Where somebody is at work: what has the focus, or a form with words in it. */
const AT_WORK = ':is([data-index]:focus-within, [data-index]:has(form))';

/** The indexes near the reader, and those that must not vanish though they scrolled away. */
export function indexesToShow(range: Range, list: Element | null): number[] {
  const near = defaultRangeExtractor(range);
  const busy = [...(list?.querySelectorAll<HTMLElement>(AT_WORK) ?? [])]
    .map(({ dataset }) => Number(dataset.index))
    .filter((index) => index < range.count);
  return [...new Set([...near, ...busy])].sort((a, b) => a - b);
}
