import type { Option } from '~/ui/Select';

/** Every time zone the browser knows, and the chosen one in any case. */
export function timeZones(chosen: string): Option<string>[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen]);
  return [...known].sort().map((id) => ({ id, label: id.replaceAll('_', ' ') }));
}
