import type { Role } from '#access';
import type { RecordingTransaction } from '#platform';

/**
 * What happens to somebody who gets an account: they find their place among the communities. Communities stand
 * above users, so users says what it needs and the communities lib provides it.
 */
export abstract class Newcomers {
  /**
   * Puts employees into the company community (made if missing, named as the organisation), gives them a
   * community of their own, and adds everybody to `communityIds`. Records the events of it. Doing it again
   * changes nothing.
   */
  abstract welcome(
    transaction: RecordingTransaction,
    newcomer: { id: string; name: string; role: Role },
    communityIds: string[],
  ): Promise<void>;

  /** Null before set-up. */
  abstract companyCommunityId(): Promise<string | null>;
}
