import { useIntl } from '~/i18n/Language';

const units = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** "240 kB", "1.4 MB", "12 GB", as the reader's language writes it. */
export function FileSize({ bytes }: { bytes: number }) {
  const [unit, size] = units.find(([, size]) => Math.round(bytes / 1000) * 1000 >= size) ?? units[2];
  const amount = unit === 'kilobyte' ? Math.round(bytes / size) : bytes / size;
  return useIntl().formatNumber(bytes === 0 ? 0 : Math.max(1, amount), {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  });
}
