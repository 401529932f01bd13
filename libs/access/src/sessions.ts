import type { Viewer } from './viewer.ts';

/** `ended`: on another device, by an administrator, or with a new password. */
export type WhyLoggedOut = 'expired' | 'ended' | 'deactivated';

/** Where authentication asks who a token belongs to. The users lib answers. */
export abstract class Sessions {
  /** Whether this process found out lately whose this token is. Costs nothing; a made-up one is never known. */
  abstract hasMet(token: string): boolean;

  /** Null when the token is unknown, expired or ended, or its person deactivated. */
  abstract viewerOf(token: string): Promise<Viewer | null>;

  /** Asked for a token that opens nothing. Null when it never did. */
  abstract whyEnded(token: string): Promise<WhyLoggedOut | null>;
}
