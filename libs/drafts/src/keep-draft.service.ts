import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, Problem } from '#platform';
import { DROP_DRAFT, KEEP_DRAFT } from './drafts.queries.ts';
import { DraftsReader } from './drafts.reader.ts';
import type { DraftView } from './dto/draft.view.ts';
import type { KeepDraftRequest } from './dto/keep-draft.dto.ts';

/** What somebody writes is kept while they write it, and told to their other devices. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly eventLog: EventLog,
    private readonly drafts: DraftsReader,
  ) {}

  /** @throws Problem stale-version with the `current` one, too-many-drafts */
  async keep(viewer: Viewer, place: string, draft: KeepDraftRequest): Promise<DraftView> {
    const { body, title, kind, replyTo, fileIds, version, asksAcknowledgement } = draft;
    const values = [viewer.userId, place, body, title, kind, replyTo, fileIds, version, asksAcknowledgement];
    const [kept] = await this.eventLog.writeAtOnce(KEEP_DRAFT, values);
    const current = await this.drafts.at(viewer, place).catch(() => null);
    if (kept && current) return current;
    if (current) throw new Problem('stale-version', { more: { current } });
    throw new Problem('too-many-drafts');
  }

  /** None is none, however often it is said. */
  async drop({ userId }: Viewer, place: string): Promise<void> {
    await this.eventLog.writeAtOnce(DROP_DRAFT, [userId, place]);
  }
}
