import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, wrongField } from '#platform';
import type {
  ChangeNotificationSettings,
  NotificationSettingsView,
  QuietHoursRequest,
} from './settings.dto.ts';
import { SettingsReader } from './settings.reader.ts';

/** Eight in the morning of tomorrow, on the person's own clock, however long the night is. */
const UNTIL = {
  hour: `now() + interval '1 hour'`,
  tomorrow: `((now() AT TIME ZONE u.time_zone)::date + 1 + time '08:00') AT TIME ZONE u.time_zone`,
  none: 'NULL',
};

/** Somebody says how they want to be reached. It holds from now on, also for what waits already. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly eventLog: EventLog,
    private readonly settings: SettingsReader,
  ) {}

  async of(viewer: Viewer, wish: ChangeNotificationSettings): Promise<NotificationSettingsView> {
    const { pushOff, quiet, pause } = wish;
    const changes: string[] = [];
    const values: unknown[] = [viewer.userId];
    const set = (column: string, value: unknown, type: string) =>
      changes.push(`${column} = $${values.push(value)}::${type}`);
    if (pushOff) set('push_off', pushOff, 'text[]');
    if (quiet !== undefined) {
      const hours = quiet && minutesOf(quiet);
      set('quiet_from', hours?.from ?? null, 'smallint');
      set('quiet_until', hours?.until ?? null, 'smallint');
      if (quiet) set('quiet_days', quiet.days.toSorted(), 'smallint[]');
    }
    if (pause) {
      changes.push(`paused_from = ${pause === 'none' ? 'NULL' : 'now()'}`);
      changes.push(`paused_until = (SELECT (${UNTIL[pause]})::timestamptz FROM users AS u WHERE u.id = $1)`);
    }
    if (changes.length > 0)
      await this.eventLog.write(async (transaction) => {
        await transaction.query(
          'INSERT INTO notification_settings (user_id) VALUES ($1) ON CONFLICT DO NOTHING',
          [viewer.userId],
        );
        await transaction.query(
          `UPDATE notification_settings SET ${changes.join(', ')} WHERE user_id = $1`,
          values,
        );
        const { userId } = viewer;
        await transaction.record({ type: 'notification.settings-changed', userId, actorId: userId });
      });
    return this.settings.mine(viewer);
  }
}

function minutesOf({ from, until, days }: QuietHoursRequest): { from: number; until: number } {
  if (from === until) throw wrongField('quiet.until', 'wrong', 'must differ from the beginning');
  if (days.length === 0) throw wrongField('quiet.days', 'required', 'needs a day');
  return { from: minuteOf(from), until: until === '00:00' ? 1440 : minuteOf(until) };
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours! * 60 + minutes!;
}
