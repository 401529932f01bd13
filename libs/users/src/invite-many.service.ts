import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Viewer } from '#access';
import { consume, Limits, Problem, validationPipe } from '#platform';
import { type InvitedPerson, type InviteManyRequest, InviteRequest } from './dto/invitation.dto.ts';
import type { InvitedList, InvitedView } from './dto/invitation.view.ts';
import { Invite } from './invite.service.ts';

/** A company of thousands is invited in an afternoon; a stolen session is not to write to the whole world. */
const AN_HOUR = 10_000;

/** Asks a list of people in, each by itself: a wrong line is answered, and spoils no other. */
@Injectable()
export class InviteMany {
  private readonly lines = validationPipe();
  private readonly limit: RateLimiterAbstract;

  constructor(
    private readonly invite: Invite,
    limits: Limits,
  ) {
    this.limit = limits.of({ name: 'invitations', points: AN_HOUR, duration: 3600 });
  }

  /** @throws Problem too-many-requests, before anybody is invited */
  async create(viewer: Viewer, request: InviteManyRequest): Promise<InvitedList> {
    await consume(this.limit, viewer.userId, request.people.length);
    const items: InvitedView[] = [];
    for (const person of request.people) items.push(await this.one(viewer, request, person));
    return { items };
  }

  private async one(
    viewer: Viewer,
    { role, communityIds }: InviteManyRequest,
    person: InvitedPerson,
  ): Promise<InvitedView> {
    const line = { ...person, role: person.role || role, communityIds };
    try {
      const checked = await this.lines.transform(line, { type: 'body', metatype: InviteRequest });
      // Somebody in a list has an address: a link that anybody may use is made on its own.
      if (!checked.email) return refused('invalid-input', 'email', 'required');
      const invitation = await this.invite.create(viewer, checked);
      return { invitation, problem: null, field: null, code: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const [wrong] = error.details.errors ?? [];
      return refused(error.code, wrong?.field, wrong?.code);
    }
  }
}

const refused = (problem: string, field: string | null = null, code: string | null = null): InvitedView => ({
  invitation: null,
  problem,
  field,
  code,
});
