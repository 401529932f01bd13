import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, Problem, type RecordingTransaction } from '#platform';
import type { ChangeOrganisationRequest } from './dto/change-organisation.dto.ts';
import type { OrganisationView } from './dto/organisation.view.ts';
import { organisationChanged } from './events.ts';
import { OrganisationReader } from './organisation.reader.ts';

/** An administrator gives the organisation its name, logo and accent. */
@Injectable()
export class ChangeOrganisation {
  constructor(
    private readonly eventLog: EventLog,
    private readonly organisation: OrganisationReader,
  ) {}

  /** @throws Problem stale-version with `current`; not-found for a logo that is not theirs */
  async change(viewer: Viewer, request: ChangeOrganisationRequest): Promise<OrganisationView> {
    const { name, logoId, accent, version } = request;
    const done = await this.eventLog.write(async (transaction) => {
      if (logoId) await refuseForeignLogo(transaction, viewer.userId, logoId);
      const [changed] = await transaction.query(
        `UPDATE organisations SET version = version + 1, name = coalesce($2, name),
           logo_id = CASE WHEN $3 THEN $4::uuid ELSE logo_id END,
           accent = CASE WHEN $5 THEN $6 ELSE accent END
         WHERE version = $1 RETURNING id`,
        [version, name ?? null, logoId !== undefined, logoId ?? null, accent !== undefined, accent ?? null],
      );
      if (changed) await transaction.record(organisationChanged(viewer.userId));
      return Boolean(changed);
    });
    const current = await this.organisation.find();
    if (!done) throw new Problem('stale-version', { more: { current } });
    return current!;
  }
}

async function refuseForeignLogo(
  transaction: RecordingTransaction,
  ownerId: string,
  logoId: string,
): Promise<void> {
  const [own] = await transaction.query(
    `SELECT FROM files WHERE id = $1 AND owner_id = $2 AND purpose = 'logo'`,
    [logoId, ownerId],
  );
  if (!own) throw notFound();
}
