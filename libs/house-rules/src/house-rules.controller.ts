import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdminOnly, CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, type Page } from '#platform';
import { AcceptRules } from './accept-rules.service.ts';
import {
  AcceptancesQuery,
  AcceptRulesRequest,
  PreviewRulesRequest,
  PublishRulesRequest,
} from './dto/house-rules.dto.ts';
import {
  AcceptanceView,
  CurrentHouseRules,
  HouseRulesStateView,
  HouseRulesView,
  RulesPreview,
} from './dto/house-rules.view.ts';
import { HouseRulesReader } from './house-rules.reader.ts';
import { PublishRules, renderRules } from './publish-rules.service.ts';

@ApiTags('house rules')
@Controller('api/v1/house-rules')
export class HouseRulesController {
  constructor(
    private readonly rules: HouseRulesReader,
    private readonly publishing: PublishRules,
    private readonly accepting: AcceptRules,
  ) {}

  @Get()
  @Answers(CurrentHouseRules)
  async current(@CurrentViewer() viewer: Viewer): Promise<CurrentHouseRules> {
    return { current: await this.rules.current(viewer) };
  }

  @Put('acceptance')
  @Answers(HouseRulesView, { about: 'For me. The same again is no change.' })
  accept(@CurrentViewer() viewer: Viewer, @Body() { version }: AcceptRulesRequest): Promise<HouseRulesView> {
    return this.accepting.accept(viewer, version);
  }

  @Get('state')
  @AdminOnly()
  @Answers(HouseRulesStateView)
  state(@CurrentViewer() viewer: Viewer): Promise<HouseRulesStateView> {
    return this.rules.state(viewer);
  }

  @Get('acceptances')
  @AdminOnly()
  @AnswersPage(AcceptanceView, { about: 'People with an open account, by name.' })
  acceptances(@Query() query: AcceptancesQuery): Promise<Page<AcceptanceView>> {
    return this.rules.acceptances(query);
  }

  @Post('preview')
  @AdminOnly()
  @Answers(RulesPreview)
  preview(@Body() { body }: PreviewRulesRequest): RulesPreview {
    return { html: renderRules(body) };
  }

  @Post()
  @AdminOnly()
  @Answers(HouseRulesStateView, { status: 201, about: 'A new version, which everybody is asked to accept.' })
  publish(
    @CurrentViewer() viewer: Viewer,
    @Body() request: PublishRulesRequest,
  ): Promise<HouseRulesStateView> {
    return this.publishing.publish(viewer, request);
  }

  @Delete()
  @AdminOnly()
  @Answers(HouseRulesStateView, { about: 'Nobody is asked any more.' })
  withdraw(@CurrentViewer() viewer: Viewer): Promise<HouseRulesStateView> {
    return this.publishing.withdraw(viewer);
  }
}
