import { useIntl } from '~/i18n/Language';

/** "240 kB", "1.4 MB", as the reader's language writes it. */
export function FileSize({ bytes }: { bytes: number }) {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  const isSmall = kilobytes < 1000;
  return useIntl().formatNumber(isSmall ? kilobytes : kilobytes / 1000, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: 1,
  });
}
