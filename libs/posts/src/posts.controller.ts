import { Body, Controller, Delete, Get, Param, Patch, Put, Query } from '@nestjs/common';
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
  PageQuery,
  TakesIfMatch,
} from '#platform';
import { DeletePost } from './delete-post.service.ts';
import { PostEditView, PostView, ReactionGiversList, ReactionsView } from './dto/post.view.ts';
import { EditPostRequest } from './dto/write-post.dto.ts';
import { EditPost } from './edit-post.service.ts';
import { PostsReader } from './posts.reader.ts';
import { React } from './react.service.ts';

@ApiTags('posts')
@Controller('api/v1/posts/:id')
export class PostsController {
  constructor(
    private readonly posts: PostsReader,
    private readonly editPost: EditPost,
    private readonly deletePost: DeletePost,
    private readonly react: React,
  ) {}

  @Get()
  @Answers(PostView)
  show(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<PostView> {
    return this.posts.one(viewer, id);
  }

  @Patch()
  @TakesIfMatch()
  @Answers(PostView)
  edit(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() { body, version, draft }: EditPostRequest,
    @IfMatch() ifMatch?: string,
  ): Promise<PostView> {
    return this.editPost.to(viewer, id, { body, draft, version: expectedVersion(version, ifMatch) });
  }

  @Delete()
  @Answers()
  delete(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.deletePost.with(viewer, id);
  }

  @Get('edits')
  @FromReplica()
  @AnswersPage(PostEditView, { about: 'What it said before each edit, the newest first.' })
  edits(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<PostEditView>> {
    return this.posts.edits(viewer, id, query);
  }

  @Get('reactions')
  @FromReplica()
  @Answers(ReactionGiversList)
  async reactions(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<ReactionGiversList> {
    return { items: await this.posts.reactionGivers(viewer, id) };
  }

  @Put('reactions/:emoji')
  @Answers(ReactionsView)
  addReaction(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Param('emoji') emoji: string,
  ): Promise<ReactionsView> {
    return this.react.add(viewer, id, emoji);
  }

  @Delete('reactions/:emoji')
  @Answers(ReactionsView)
  takeReactionBack(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Param('emoji') emoji: string,
  ): Promise<ReactionsView> {
    return this.react.takeBack(viewer, id, emoji);
  }
}
