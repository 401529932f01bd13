import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { AnswersPage, FromReplica, type Page } from '#platform';
import { SearchQuery } from './dto/search.query.ts';
import { SearchHitView } from './dto/search-hit.view.ts';
import { SearchReader } from './search.reader.ts';

@ApiTags('search')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly search: SearchReader) {}

  /** Posts, people, communities or files that I may see. */
  @Get()
  @FromReplica()
  @AnswersPage(SearchHitView)
  find(@CurrentViewer() viewer: Viewer, @Query() query: SearchQuery): Promise<Page<SearchHitView>> {
    return this.search.find(viewer, query);
  }
}
