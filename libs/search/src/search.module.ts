import { Module, type OnModuleInit } from '@nestjs/common';
import { Consumers } from '#platform';
import { PostWordsConsumer } from './post-words.consumer.ts';
import { SearchController } from './search.controller.ts';
import { SearchReader } from './search.reader.ts';

@Module({
  controllers: [SearchController],
  providers: [SearchReader, PostWordsConsumer],
})
export class SearchModule implements OnModuleInit {
  constructor(
    private readonly consumers: Consumers,
    private readonly postWords: PostWordsConsumer,
  ) {}

  onModuleInit(): void {
    this.consumers.add(this.postWords);
  }
}
