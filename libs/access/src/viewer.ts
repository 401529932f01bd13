export type Role = 'member' | 'guest' | 'admin' | 'bot';

declare const authenticated: unique symbol;

/** Who is asking. Made only by authentication (`AccessGuard`, the socket handshake); every read takes one. */
export interface Viewer {
  readonly [authenticated]: true;
  readonly userId: string;
  readonly role: Role;
  /** Outsiders see only communities that let them in. */
  readonly guest: boolean;
  readonly admin: boolean;
  readonly sessionId: string;
}

/** For authentication alone. */
export function viewerOf(session: { userId: string; role: Role; sessionId: string }): Viewer {
  const { userId, role, sessionId } = session;
  return { userId, role, sessionId, guest: role === 'guest', admin: role === 'admin' } as Viewer;
}
