import { Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, FromReplica } from '#platform';
import { ListTopicsQuery, TopicList } from './dto/topics.dto.ts';
import { FollowTopic } from './follow-topic.service.ts';
import { TopicParam } from './topic-name.ts';
import { TopicsReader } from './topics.reader.ts';

@ApiTags('topics')
@Controller('api/v1/topics')
export class TopicsController {
  constructor(
    private readonly topics: TopicsReader,
    private readonly followTopic: FollowTopic,
  ) {}

  @Get()
  @FromReplica()
  @Answers(TopicList)
  async list(@CurrentViewer() viewer: Viewer, @Query() query: ListTopicsQuery): Promise<TopicList> {
    return { items: await this.topics.list(viewer, query), next: null };
  }

  @Put(':name/follow')
  @Answers()
  follow(@CurrentViewer() viewer: Viewer, @TopicParam('name') name: string): Promise<void> {
    return this.followTopic.begin(viewer, name);
  }

  @Delete(':name/follow')
  @Answers()
  unfollow(@CurrentViewer() viewer: Viewer, @TopicParam('name') name: string): Promise<void> {
    return this.followTopic.end(viewer, name);
  }
}
