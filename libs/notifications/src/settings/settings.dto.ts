import { ClockTime, OneOf, Part, Shown, SomeOf } from '#platform';
import { NOTIFICATION_KINDS, type NotificationKind } from '../dto/notification.view.ts';

const PAUSES = ['hour', 'tomorrow', 'none'] as const;
export type Pause = (typeof PAUSES)[number];

export class QuietHoursRequest {
  @ClockTime({ about: 'A time of your own clock.' })
  from: string;

  @ClockTime({ end: true, about: 'Before `from`: on the next day.' })
  until: string;

  @SomeOf([1, 2, 3, 4, 5, 6, 7], { about: 'Days on which it begins; 1 is Monday.' })
  days: number[];
}

/** What is left out stays. */
export class ChangeNotificationSettings {
  @SomeOf(NOTIFICATION_KINDS, { optional: true, about: 'What is shown in Kring and not pushed.' })
  pushOff?: NotificationKind[];

  @Part(QuietHoursRequest, { optional: true, nullable: true, about: 'null: none.' })
  quiet?: QuietHoursRequest | null;

  @OneOf(PAUSES, { optional: true, about: 'Nothing is pushed for an hour, or until eight tomorrow morning.' })
  pause?: Pause;
}

export class QuietHoursView {
  @Shown({ about: 'A time of your own clock, as `22:00`.' })
  from: string;

  @Shown({ about: 'Before `from`: on the next day.' })
  until: string;

  @Shown({ type: [Number], about: 'On which it begins; 1 is Monday.' })
  days: number[];
}

export class NotificationSettingsView {
  @Shown({ type: [String], about: 'Kinds that are shown in Kring and not pushed.' })
  pushOff: NotificationKind[];

  @Shown({ type: QuietHoursView, nullable: true })
  quiet: QuietHoursView | null;

  @Shown({ type: String, format: 'date-time', nullable: true, about: 'Until when nothing is pushed.' })
  pausedUntil: string | null;

  @Shown({ about: 'Whose clock counts: the time zone of your profile.' })
  timeZone: string;
}
