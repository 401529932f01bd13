import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, type Sql, type Statement } from '#platform';
import type { NotificationKind } from '../dto/notification.view.ts';
import type { ReachSettings } from '../reach/reach.ts';
import type { NotificationSettingsView } from './settings.dto.ts';

interface Row {
  userId: string;
  pushOff: NotificationKind[] | null;
  quietFrom: number | null;
  quietUntil: number | null;
  quietDays: number[] | null;
  pausedFrom: Date | null;
  pausedUntil: Date | null;
  timeZone: string;
}

/** As long as nobody chose: a reaction is no reason to take a telephone out of a pocket. */
const PUSH_OFF: NotificationKind[] = ['reaction'];

/** Primary keys of users and notification_settings. */
const SETTINGS_OF = {
  name: 'notifications.settings-of',
  text: `SELECT u.id AS "userId", u.time_zone AS "timeZone", s.push_off AS "pushOff", s.quiet_from AS "quietFrom",
      s.quiet_until AS "quietUntil", s.quiet_days AS "quietDays", s.paused_from AS "pausedFrom",
      s.paused_until AS "pausedUntil"
    FROM users AS u LEFT JOIN notification_settings AS s ON s.user_id = u.id WHERE u.id = ANY ($1::uuid[])`,
} satisfies Statement;

export interface PersonSettings extends ReachSettings {
  pushOff: NotificationKind[];
}

/** How people want to be reached. */
@Injectable()
export class SettingsReader {
  constructor(private readonly database: Database) {}

  async mine({ userId }: Viewer): Promise<NotificationSettingsView> {
    return viewOf((await this.of([userId])).get(userId)!);
  }

  async of(userIds: string[], sql: Sql = this.database): Promise<Map<string, PersonSettings>> {
    const rows = await sql.run<Row>(SETTINGS_OF, [[...new Set(userIds)]]);
    return new Map(rows.map((row) => [row.userId, settingsOf(row)]));
  }
}

function settingsOf(row: Row): PersonSettings {
  const { quietFrom, quietUntil, quietDays, pushOff, pausedFrom, pausedUntil, timeZone } = row;
  const quiet =
    quietFrom === null || quietUntil === null
      ? null
      : { from: quietFrom, until: quietUntil, days: quietDays ?? [] };
  return { pushOff: pushOff ?? PUSH_OFF, quiet, pausedFrom, pausedUntil, timeZone };
}

export function viewOf({ pushOff, quiet, pausedUntil, timeZone }: PersonSettings): NotificationSettingsView {
  return {
    pushOff,
    quiet: quiet && { from: clockOf(quiet.from), until: clockOf(quiet.until), days: [...quiet.days] },
    pausedUntil: pausedUntil && pausedUntil > new Date() ? pausedUntil.toISOString() : null,
    timeZone,
  };
}

const two = (count: number): string => String(count).padStart(2, '0');
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
