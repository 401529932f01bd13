import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, FromReplica, IdParam, type ReadyPage } from '#platform';
import { ListThreadsQuery } from './dto/list-threads.dto.ts';
import { CommunityThreadsView, ThreadView } from './dto/thread.view.ts';
import { StartThreadRequest } from './dto/write-post.dto.ts';
import { Marks } from './marks.service.ts';
import { StartThread } from './start-thread.service.ts';
import { ThreadsReader } from './threads.reader.ts';

@ApiTags('threads')
@Controller('api/v1/communities/:id')
export class CommunityThreadsController {
  constructor(
    private readonly threads: ThreadsReader,
    private readonly startThread: StartThread,
    private readonly marks: Marks,
  ) {}

  @Get('threads')
  @FromReplica()
  @Answers(CommunityThreadsView)
  list(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: ListThreadsQuery,
  ): Promise<ReadyPage<ThreadView>> {
    return this.threads.ofCommunity(viewer, id, query);
  }

  @Post('threads')
  @Answers(ThreadView, { status: 201, about: 'The same request again answers the same thread.' })
  start(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() request: StartThreadRequest,
  ): Promise<ThreadView> {
    return this.startThread.in(viewer, id, request);
  }

  @Post('read')
  @Answers()
  read(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.marks.readCommunity(viewer, id);
  }
}
