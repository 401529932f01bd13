import { Module, type OnModuleInit } from '@nestjs/common';
import { EventPresenters } from '#platform';
import { DraftEventsPresenter } from './draft-events.presenter.ts';
import { DraftsController } from './drafts.controller.ts';
import { DraftsReader } from './drafts.reader.ts';
import { KeepDraft } from './keep-draft.service.ts';

@Module({
  controllers: [DraftsController],
  providers: [DraftsReader, KeepDraft, DraftEventsPresenter],
})
export class DraftsModule implements OnModuleInit {
  constructor(
    private readonly presenters: EventPresenters,
    private readonly presenter: DraftEventsPresenter,
  ) {}

  onModuleInit(): void {
    this.presenters.add(this.presenter);
  }
}
