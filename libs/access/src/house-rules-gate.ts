import type { Viewer } from './viewer.ts';

/** Where the guard asks whether somebody has yet to accept the house rules. The house-rules lib answers. */
export abstract class HouseRulesGate {
  /** The version that they have yet to accept; null when there is none. */
  abstract owedBy(viewer: Viewer): Promise<number | null>;
}

/**
 * What changes something and is open all the same to whoever has not accepted the house rules: accepting, leaving,
 * looking after one's account, and what only they themselves ever see of it, so that nothing they write is lost and
 * reading goes on.
 */
export const OPEN_BEFORE_HOUSE_RULES: ReadonlySet<string> = new Set([
  'PUT /api/v1/house-rules/acceptance',
  'DELETE /api/v1/session',
  'DELETE /api/v1/sessions',
  'DELETE /api/v1/sessions/:id',
  'PUT /api/v1/users/me/password',
  'DELETE /api/v1/push/subscription',
  'PUT /api/v1/drafts/:draftPlace',
  'DELETE /api/v1/drafts/:draftPlace',
  'POST /api/v1/files',
  'PUT /api/v1/threads/:id/read',
  'POST /api/v1/communities/:id/read',
  'POST /api/v1/feeds/read',
  'POST /api/v1/notifications/read',
  'POST /api/v1/notifications/unread',
  'POST /api/v1/catch-up/done',
  'POST /api/v1/catch-up/undo',
]);
