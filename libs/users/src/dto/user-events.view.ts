import { type EventViews, Shown } from '#platform';
import { UserView } from './user.view.ts';

export class UserTold {
  @Shown({ about: 'As every employee sees them.' })
  user: UserView;
}

/** What clients are told of people. */
export const USER_EVENTS = {
  'user.joined': UserTold,
  'user.changed': UserTold,
  'user.deactivated': UserTold,
  'user.reactivated': UserTold,
} satisfies EventViews;
