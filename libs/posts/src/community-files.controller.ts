import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, FromReplica, IdParam, type Page, PageQuery } from '#platform';
import { CommunityFilesReader } from './community-files.reader.ts';
import { CommunityActivityView, CommunityFileView } from './dto/community-files.view.ts';

/** What a community has gathered. */
@ApiTags('communities')
@Controller('api/v1/communities/:id')
export class CommunityFilesController {
  constructor(private readonly gathered: CommunityFilesReader) {}

  @Get('files')
  @FromReplica()
  @AnswersPage(CommunityFileView, { about: 'The newest first; those of deleted posts are gone.' })
  files(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<CommunityFileView>> {
    return this.gathered.files(viewer, id, query);
  }

  @Get('activity')
  @FromReplica()
  @Answers(CommunityActivityView)
  activity(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<CommunityActivityView> {
    return this.gathered.activity(viewer, id);
  }
}
