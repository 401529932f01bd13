import type { WhyLoggedOut } from '~/data/why-logged-out';
import type { MessageId } from '~/i18n/languages';

/** Why somebody has to log in again. */
export const whyTexts = {
  expired: 'log-in.why-expired',
  ended: 'log-in.why-ended',
  deactivated: 'log-in.why-deactivated',
} as const satisfies Record<WhyLoggedOut, MessageId>;
