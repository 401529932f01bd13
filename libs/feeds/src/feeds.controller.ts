import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, FromReplica, IdParam, type Page, type ReadyPage } from '#platform';
import { ListThreadsQuery, Marks, ThreadView, TopicParam } from '#posts';
import { CommunityUnreadView } from './dto/community-unread.view.ts';
import { CountThreadsQuery, ThreadCount } from './dto/thread-count.dto.ts';
import { FeedsReader } from './feeds.reader.ts';

@ApiTags('feeds')
@Controller('api/v1')
export class FeedsController {
  constructor(
    private readonly feeds: FeedsReader,
    private readonly marks: Marks,
  ) {}

  /** The threads of my communities, and public ones with a topic that I follow. */
  @Get('feeds/home')
  @FromReplica()
  @AnswersPage(ThreadView)
  home(@CurrentViewer() viewer: Viewer, @Query() query: ListThreadsQuery): Promise<ReadyPage<ThreadView>> {
    return this.feeds.home(viewer, query);
  }

  /** How many threads that is since a moment: what proves that a page leaves nothing out. */
  @Get('feeds/home/count')
  @FromReplica()
  @Answers(ThreadCount)
  countHome(@CurrentViewer() viewer: Viewer, @Query() query: CountThreadsQuery): Promise<ThreadCount> {
    return this.feeds.count(viewer, 'home', query);
  }

  @Get('feeds/everything/count')
  @FromReplica()
  @Answers(ThreadCount)
  countEverything(@CurrentViewer() viewer: Viewer, @Query() query: CountThreadsQuery): Promise<ThreadCount> {
    return this.feeds.count(viewer, 'everything', query);
  }

  @Get('feeds/unanswered/count')
  @FromReplica()
  @Answers(ThreadCount)
  countUnanswered(@CurrentViewer() viewer: Viewer, @Query() query: CountThreadsQuery): Promise<ThreadCount> {
    return this.feeds.count(viewer, 'unanswered', query);
  }

  /** All that I may read. */
  @Get('feeds/everything')
  @FromReplica()
  @AnswersPage(ThreadView)
  everything(
    @CurrentViewer() viewer: Viewer,
    @Query() query: ListThreadsQuery,
  ): Promise<ReadyPage<ThreadView>> {
    return this.feeds.everything(viewer, query);
  }

  /** Open questions that I may read. */
  @Get('feeds/unanswered')
  @FromReplica()
  @AnswersPage(ThreadView)
  unanswered(
    @CurrentViewer() viewer: Viewer,
    @Query() query: ListThreadsQuery,
  ): Promise<ReadyPage<ThreadView>> {
    return this.feeds.unanswered(viewer, query);
  }

  /** What I keep, the newest bookmark first. */
  @Get('feeds/bookmarks')
  @FromReplica()
  @AnswersPage(ThreadView)
  bookmarks(
    @CurrentViewer() viewer: Viewer,
    @Query() query: ListThreadsQuery,
  ): Promise<ReadyPage<ThreadView>> {
    return this.feeds.bookmarks(viewer, query);
  }

  /** Announcements that wait for me to say that I read them, the one asked last first. */
  @Get('feeds/unacknowledged')
  @FromReplica()
  @AnswersPage(ThreadView)
  unacknowledged(
    @CurrentViewer() viewer: Viewer,
    @Query() query: ListThreadsQuery,
  ): Promise<ReadyPage<ThreadView>> {
    return this.feeds.unacknowledged(viewer, query);
  }

  @Get('feeds/topics/:name')
  @FromReplica()
  @AnswersPage(ThreadView)
  ofTopic(
    @CurrentViewer() viewer: Viewer,
    @TopicParam('name') name: string,
    @Query() query: ListThreadsQuery,
  ): Promise<ReadyPage<ThreadView>> {
    return this.feeds.ofTopic(viewer, name, query);
  }

  /** What a person started, where I may read it; not in conversations. */
  @Get('users/:id/threads')
  @FromReplica()
  @AnswersPage(ThreadView)
  ofPerson(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: ListThreadsQuery,
  ): Promise<ReadyPage<ThreadView>> {
    return this.feeds.ofPerson(viewer, id, query);
  }

  /** How many threads of each of my communities have something unread. */
  @Get('communities/unread')
  @FromReplica()
  @AnswersPage(CommunityUnreadView)
  async unread(@CurrentViewer() viewer: Viewer): Promise<Page<CommunityUnreadView>> {
    return { items: await this.feeds.unread(viewer), next: null };
  }

  /** Everything in my communities counts as read. */
  @Post('feeds/read')
  @Answers()
  read(@CurrentViewer() viewer: Viewer): Promise<void> {
    return this.marks.readEverything(viewer);
  }
}
