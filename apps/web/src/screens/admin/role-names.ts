import type { Role } from '~/data/types';
import type { MessageId } from '~/i18n/languages';

/** Roles in the whole of Kring; those in a community have names of their own. */
export const roleNames = {
  member: 'admin.role-member',
  guest: 'admin.role-guest',
  admin: 'admin.role-admin',
  bot: 'admin.role-bot',
} as const satisfies Record<Role, MessageId>;
