import { Injectable } from '@nestjs/common';
import { type Viewer, visiblePerson } from '#access';
import { EventLog, notFound, Problem, type RecordingTransaction, wrongField } from '#platform';
import type { EditProfileRequest } from './dto/edit-profile.dto.ts';
import type { UserView } from './dto/user.view.ts';
import { User } from './entities/user.entity.ts';
import { userChanged } from './events.ts';
import { UsersReader } from './users.reader.ts';

/** Held while the line of managers changes: two changes at once could close a circle that neither sees. */
const MANAGERS_LOCK = 7_264_011;

/** Everybody keeps their own profile. */
@Injectable()
export class EditProfile {
  constructor(
    private readonly eventLog: EventLog,
    private readonly users: UsersReader,
  ) {}

  /**
   * @throws Problem stale-version with `current`; not-found for a manager the viewer may not see, or a portrait
   * that is not theirs
   */
  async edit(viewer: Viewer, { version, ...changes }: EditProfileRequest): Promise<UserView> {
    const id = viewer.userId;
    const done = await this.eventLog.write(async (transaction) => {
      if (changes.managerId) await refuseWrongManager(transaction, viewer, changes.managerId);
      if (changes.portraitId) await refuseForeignPortrait(transaction, id, changes.portraitId);
      const { affected } = await transaction.manager.update(
        User,
        { id, version },
        { ...changes, ...(changes.skills && { skills: eachOnce(changes.skills) }), version: version + 1 },
      );
      if (affected) await transaction.record(userChanged(id, id));
      return Boolean(affected);
    });
    const current = await this.users.one(viewer, id);
    if (!done) throw new Problem('stale-version', { more: { current } });
    return current;
  }
}

async function refuseWrongManager(
  transaction: RecordingTransaction,
  viewer: Viewer,
  managerId: string,
): Promise<void> {
  const [manager] = await transaction.query(
    `SELECT FROM users AS u
     WHERE u.id = $3 AND u.deactivated_at IS NULL AND ${visiblePerson('u', '$1', '$2')}`,
    [viewer.userId, viewer.guest, managerId],
  );
  if (!manager) throw notFound();
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [MANAGERS_LOCK]);
  // UNION, not UNION ALL: it ends even if there were a circle already.
  const [circle] = await transaction.query(
    `WITH RECURSIVE above AS (
       SELECT $1::uuid AS id
       UNION SELECT u.manager_id FROM above JOIN users AS u USING (id) WHERE u.manager_id IS NOT NULL
     ) SELECT FROM above WHERE id = $2`,
    [managerId, viewer.userId],
  );
  if (circle) throw wrongField('managerId', 'wrong', 'must not be somebody whom you lead, or yourself');
}

async function refuseForeignPortrait(
  transaction: RecordingTransaction,
  ownerId: string,
  portraitId: string,
): Promise<void> {
  const [own] = await transaction.query(
    `SELECT FROM files WHERE id = $1 AND owner_id = $2 AND purpose = 'portrait'`,
    [portraitId, ownerId],
  );
  if (!own) throw notFound();
}

/** The first spelling of each. */
function eachOnce(skills: string[]): string[] {
  const byWord = new Map(skills.toReversed().map((skill) => [skill.toLowerCase(), skill]));
  return [...byWord.values()].toReversed();
}
