import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { AnswersPage, FromReplica, IdParam, type Page, PageQuery } from '#platform';
import { CommunitiesReader } from './communities.reader.ts';
import { CommunityView } from './dto/community.view.ts';

@ApiTags('people')
@Controller('api/v1/users/:id/communities')
export class CommunitiesOfPersonController {
  constructor(private readonly communities: CommunitiesReader) {}

  @Get()
  @FromReplica()
  @AnswersPage(CommunityView, {
    about: 'Projects and groups they are in whose members you may see, by name.',
  })
  list(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<CommunityView>> {
    return this.communities.ofPerson(viewer, id, query);
  }
}
