import type { NotificationKind } from '../dto/notification.view.ts';
import { isQuiet, type QuietHours, quietUntil } from './quiet-hours.ts';

/** How somebody wants to be reached. */
export interface ReachSettings {
  pushOff: readonly string[];
  quiet: QuietHours | null;
  pausedFrom: Date | null;
  pausedUntil: Date | null;
  timeZone: string;
}

/** Everything is shown in Kring; the question is whether a device also says so, and when. */
export type Reach = { by: 'push' } | { by: 'later'; because: 'quiet' | 'pause'; at: Date } | { by: 'list' };

/**
 * The one rule of what reaches somebody outside Kring: asked when something is to be sent, again just before it is
 * sent, and by the preview in the settings.
 */
export function reachOf(kind: NotificationKind, at: Date, settings: ReachSettings): Reach {
  const { pushOff, quiet, pausedFrom, pausedUntil, timeZone } = settings;
  if (pushOff.includes(kind)) return { by: 'list' };
  const isPaused = pausedFrom !== null && pausedUntil !== null && pausedFrom <= at && at < pausedUntil;
  const isSilent = isPaused || (quiet !== null && isQuiet(at, quiet, timeZone));
  if (!isSilent) return { by: 'push' };
  const from = isPaused ? pausedUntil : at;
  const end = quiet ? quietUntil(from, quiet, timeZone) : from;
  return end ? { by: 'later', because: isPaused ? 'pause' : 'quiet', at: end } : { by: 'list' };
}
