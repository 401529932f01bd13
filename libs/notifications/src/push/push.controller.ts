import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers } from '#platform';
import { PushTestView, PushView, SubscribeRequest } from './push.dto.ts';
import { PushTest } from './push-test.service.ts';
import { Subscriptions } from './subscriptions.service.ts';

@ApiTags('notifications')
@Controller('api/v1/push')
export class PushController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly test: PushTest,
  ) {}

  @Get()
  @Answers(PushView)
  mine(@CurrentViewer() viewer: Viewer): Promise<PushView> {
    return this.subscriptions.mine(viewer);
  }

  @Put('subscription')
  @Answers(PushView, { about: 'Of the browser of this session; it ends with the session.' })
  subscribe(@CurrentViewer() viewer: Viewer, @Body() wish: SubscribeRequest): Promise<PushView> {
    return this.subscriptions.subscribe(viewer, wish);
  }

  @Delete('subscription')
  @Answers()
  unsubscribe(@CurrentViewer() viewer: Viewer): Promise<void> {
    return this.subscriptions.unsubscribe(viewer);
  }

  @Post('test')
  @Answers(PushTestView, { about: 'Sends a message to the browser of this session, whatever the settings.' })
  try(@CurrentViewer() viewer: Viewer): Promise<PushTestView> {
    return this.test.send(viewer);
  }
}
