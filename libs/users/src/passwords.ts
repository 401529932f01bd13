import { Injectable } from '@nestjs/common';
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { Problem, wrongField } from '#platform';
import { isCommonPassword } from './common-passwords.ts';

/**
 * Argon2id with m=19 MiB, t=2, p=1: the first choice of the OWASP Password Storage Cheat Sheet.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** libuv has four threads; files and name look-ups need one too. */
const AT_ONCE = 3;
/** Some six seconds of work on a small machine. Who comes later is told to come again. */
const MOST_WAITING = 400;

/** Hashes and checks passwords, off the event loop and never more at once than the machine can do. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: Array<() => void> = [];
  /** A hash of nothing anybody can type, checked for accounts that do not exist. */
  private decoy: Promise<string> | undefined;

  /**
   * The hash of a password that somebody chose.
   * @throws Problem invalid-input, code common-password, naming `field`
   */
  async accept(
    password: string,
    person: { name: string; email: string },
    field = 'password',
  ): Promise<string> {
    if (isCommonPassword(password) || isAbout(person, password))
      throw wrongField(field, 'common-password', 'is too easy to guess');
    return this.inTurn(() => hash(normal(password), PARAMETERS));
  }

  /** Takes as long without a hash as with one, so that the time tells nothing. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    const hashed = stored ?? (await this.decoyHash());
    const right = await this.inTurn(() => verify(hashed, normal(password)));
    return right && Boolean(stored);
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= hash(crypto.getRandomValues(new Uint8Array(32)), PARAMETERS);
    return this.decoy;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await this.turn();
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) throw new Problem('unavailable');
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

/** The same password typed on two keyboards may come as different code points: NIST SP 800-63B, 3.1.1.2. */
const normal = (password: string): string => password.normalize('NFKC');

function isAbout({ name, email }: { name: string; email: string }, password: string): boolean {
  const plain = password.trim().toLowerCase();
  const [mailbox = ''] = email.split('@');
  return [name, name.replaceAll(' ', ''), email, mailbox].some((word) => word.toLowerCase() === plain);
}
