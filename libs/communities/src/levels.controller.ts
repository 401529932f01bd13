import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers } from '#platform';
import { ChangeLevels } from './dto/members.dto.ts';
import { JoinService } from './join.service.ts';

@ApiTags('members')
@Controller('api/v1/memberships')
export class LevelsController {
  constructor(private readonly joining: JoinService) {}

  @Put('levels')
  @Answers(undefined, { about: 'How much you want to be told of several communities.' })
  set(@CurrentViewer() viewer: Viewer, @Body() wish: ChangeLevels): Promise<void> {
    return this.joining.setLevels(viewer, wish);
  }
}
