import type { Viewer } from './viewer.ts';

/** Where authentication asks who a token belongs to. The users lib answers. */
export abstract class Sessions {
  /** Null when the token is unknown, expired or ended, or its person deactivated. */
  abstract viewerOf(token: string): Promise<Viewer | null>;
}
