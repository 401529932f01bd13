import { Injectable, Optional } from '@nestjs/common';
import type { Role } from '#access';
import { Problem, type RecordingTransaction } from '#platform';
import { User } from './entities/user.entity.ts';
import { userJoined } from './events.ts';
import { claimHandle, handleFor, numbered } from './handles.ts';
import { Newcomers } from './newcomers.ts';

export interface Newcomer {
  name: string;
  email: string;
  role: Role;
  passwordHash: string;
  language?: string;
  department?: string | null;
}

const UNIQUE_VIOLATION = '23505';

/** The one way in which somebody gets an account. */
@Injectable()
export class CreateAccount {
  constructor(@Optional() private readonly newcomers?: Newcomers) {}

  /**
   * @returns the id of the new user
   * @throws Problem email-taken
   */
  async within(
    transaction: RecordingTransaction,
    newcomer: Newcomer,
    { communityIds = [], invitedBy }: { communityIds?: string[]; invitedBy?: string } = {},
  ): Promise<string> {
    const id = await insert(transaction, newcomer);
    await transaction.record(userJoined(id, invitedBy ?? id));
    await this.newcomers?.welcome(transaction, { ...newcomer, id }, communityIds);
    return id;
  }
}

async function insert(transaction: RecordingTransaction, newcomer: Newcomer): Promise<string> {
  const wish = handleFor(newcomer.name);
  const handle = await claimHandle(transaction, (number) => numbered(wish, number));
  try {
    const { identifiers } = await transaction.manager.insert(User, { ...newcomer, handle });
    return identifiers[0]!.id;
  } catch (error) {
    if (isTaken(error, 'users_email_key')) throw new Problem('email-taken');
    throw error;
  }
}

const isTaken = (error: unknown, constraint: string): boolean => {
  const { code, constraint: violated } =
    (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? {};
  return code === UNIQUE_VIOLATION && violated === constraint;
};
