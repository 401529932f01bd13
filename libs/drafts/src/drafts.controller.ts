import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, type Page } from '#platform';
import { DraftsReader } from './drafts.reader.ts';
import { DraftView } from './dto/draft.view.ts';
import { KeepDraftRequest } from './dto/keep-draft.dto.ts';
import { KeepDraft } from './keep-draft.service.ts';
import { PlaceParam } from './place.ts';

@ApiTags('drafts')
@Controller('api/v1/drafts')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsReader,
    private readonly keeping: KeepDraft,
  ) {}

  @Get()
  @AnswersPage(DraftView, { about: 'All of mine, the newest first; there is only one page.' })
  async list(@CurrentViewer() viewer: Viewer): Promise<Page<DraftView>> {
    return { items: await this.drafts.list(viewer), next: null };
  }

  @Get(':draftPlace')
  @Answers(DraftView)
  one(@CurrentViewer() viewer: Viewer, @PlaceParam('draftPlace') place: string): Promise<DraftView> {
    return this.drafts.at(viewer, place);
  }

  @Put(':draftPlace')
  @Answers(DraftView)
  keep(
    @CurrentViewer() viewer: Viewer,
    @PlaceParam('draftPlace') place: string,
    @Body() draft: KeepDraftRequest,
  ): Promise<DraftView> {
    return this.keeping.keep(viewer, place, draft);
  }

  @Delete(':draftPlace')
  @Answers()
  drop(@CurrentViewer() viewer: Viewer, @PlaceParam('draftPlace') place: string): Promise<void> {
    return this.keeping.drop(viewer, place);
  }
}
