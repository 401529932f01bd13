import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for sessions and invitations. Only its hash is kept, so who reads the database cannot use it. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The token is random enough that a plain, fast hash hides it. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
