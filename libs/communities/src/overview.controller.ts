import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdminOnly } from '#access';
import { Answers, AnswersPage, type Page } from '#platform';
import { CommunityCounts, CommunityOverview, OverviewQuery } from './dto/overview.dto.ts';
import { OverviewReader } from './overview.reader.ts';

@ApiTags('communities')
@Controller('api/v1/communities')
@AdminOnly()
export class OverviewController {
  constructor(private readonly overview: OverviewReader) {}

  @Get('overview')
  @AnswersPage(CommunityOverview, { about: 'Public and private ones. Secret ones are only counted.' })
  list(@Query() query: OverviewQuery): Promise<Page<CommunityOverview>> {
    return this.overview.list(query);
  }

  @Get('counts')
  @Answers(CommunityCounts)
  counts(): Promise<CommunityCounts> {
    return this.overview.counts();
  }
}
