import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdminOnly, CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, IdParam, type Page, PageQuery } from '#platform';
import { AppointOwner } from './appoint-owner.service.ts';
import { AppointedOwner, OwnerlessCommunity } from './dto/without-owner.dto.ts';
import { WithoutOwnerReader } from './without-owner.reader.ts';

@ApiTags('communities')
@Controller('api/v1/communities')
export class WithoutOwnerController {
  constructor(
    private readonly ownerless: WithoutOwnerReader,
    private readonly appointing: AppointOwner,
  ) {}

  @Get('without-owner')
  @AdminOnly()
  @AnswersPage(OwnerlessCommunity, { about: 'Secret ones too: they have nobody else. By name.' })
  list(@Query() query: PageQuery): Promise<Page<OwnerlessCommunity>> {
    return this.ownerless.list(query);
  }

  @Put(':id/owner')
  @AdminOnly()
  @Answers(undefined, { about: 'Only where nobody who runs it can log in.' })
  appoint(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() { userId }: AppointedOwner,
  ): Promise<void> {
    return this.appointing.appoint(viewer, id, userId);
  }
}
