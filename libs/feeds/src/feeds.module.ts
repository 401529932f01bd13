import { Module } from '@nestjs/common';
import { PostsModule } from '#posts';
import { ConversationsController } from './conversations.controller.ts';
import { ConversationsReader } from './conversations.reader.ts';
import { FeedsController } from './feeds.controller.ts';
import { FeedsReader } from './feeds.reader.ts';

@Module({
  imports: [PostsModule],
  controllers: [FeedsController, ConversationsController],
  providers: [FeedsReader, ConversationsReader],
})
export class FeedsModule {}
