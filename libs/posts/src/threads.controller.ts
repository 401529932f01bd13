import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import {
  Answers,
  AnswersPage,
  expectedVersion,
  FromReplica,
  IdParam,
  IfMatch,
  type Page,
  TakesIfMatch,
} from '#platform';
import { Acknowledge } from './acknowledge.service.ts';
import { AcknowledgementsReader } from './acknowledgements.reader.ts';
import { ChangeThread } from './change-thread.service.ts';
import { AcknowledgementsView, ListAcknowledgementsQuery } from './dto/acknowledgements.dto.ts';
import { ChangeThreadRequest, FollowRequest, ReadRequest } from './dto/change-thread.dto.ts';
import { ListPostsQuery } from './dto/list-posts.dto.ts';
import { PostView } from './dto/post.view.ts';
import { ThreadView } from './dto/thread.view.ts';
import { ReplyRequest } from './dto/write-post.dto.ts';
import { Marks } from './marks.service.ts';
import { PostsReader } from './posts.reader.ts';
import { Reply } from './reply.service.ts';
import { ThreadsReader } from './threads.reader.ts';

@ApiTags('threads')
@Controller('api/v1/threads/:id')
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsReader,
    private readonly posts: PostsReader,
    private readonly changeThread: ChangeThread,
    private readonly reply: Reply,
    private readonly marks: Marks,
    private readonly acknowledge: Acknowledge,
    private readonly acknowledgements: AcknowledgementsReader,
  ) {}

  @Get()
  @Answers(ThreadView)
  show(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<ThreadView> {
    return this.threads.one(viewer, id);
  }

  @Patch()
  @TakesIfMatch()
  @Answers(ThreadView)
  change(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() request: ChangeThreadRequest,
    @IfMatch() ifMatch?: string,
  ): Promise<ThreadView> {
    return this.changeThread.as(viewer, id, request, expectedVersion(request.version, ifMatch));
  }

  @Get('posts')
  @FromReplica()
  @AnswersPage(PostView, { about: 'In the order of the thread; `next` leads to older posts.' })
  listPosts(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: ListPostsQuery,
  ): Promise<Page<PostView>> {
    return this.posts.ofThread(viewer, id, query);
  }

  @Post('posts')
  @Answers(PostView, { status: 201, about: 'The same request again answers the same post.' })
  addPost(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() request: ReplyRequest,
  ): Promise<PostView> {
    return this.reply.to(viewer, id, request);
  }

  @Put('bookmark')
  @Answers()
  bookmark(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.marks.bookmark(viewer, id);
  }

  @Delete('bookmark')
  @Answers()
  removeBookmark(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.marks.removeBookmark(viewer, id);
  }

  @Put('follow')
  @Answers()
  follow(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() { state }: FollowRequest,
  ): Promise<void> {
    return this.marks.follow(viewer, id, state);
  }

  @Put('read')
  @Answers()
  read(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() { position }: ReadRequest,
  ): Promise<void> {
    return this.marks.read(viewer, id, position);
  }

  @Put('acknowledgement')
  @Answers()
  confirm(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.acknowledge.as(viewer, id);
  }

  @Get('acknowledgements')
  @Answers(AcknowledgementsView)
  listAcknowledgements(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: ListAcknowledgementsQuery,
  ): Promise<AcknowledgementsView> {
    return this.acknowledgements.ofThread(viewer, id, query);
  }
}
