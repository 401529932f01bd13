import { Controller, Delete, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, IdParam } from '#platform';
import { JoinService } from './join.service.ts';

@ApiTags('people')
@Controller('api/v1/users/:id/follow')
export class FollowController {
  constructor(private readonly joining: JoinService) {}

  @Post()
  @Answers()
  follow(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.joining.follow(viewer, id);
  }

  @Delete()
  @Answers()
  unfollow(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.joining.unfollow(viewer, id);
  }
}
