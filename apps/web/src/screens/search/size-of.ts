import type { IntlShape } from 'react-intl';

/** How large a file is, as people say it: kB below a megabyte, then MB. */
export function sizeOf(bytes: number, intl: Pick<IntlShape, 'formatNumber'>): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  const isSmall = kilobytes < 1000;
  return intl.formatNumber(isSmall ? kilobytes : kilobytes / 1000, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  });
}
