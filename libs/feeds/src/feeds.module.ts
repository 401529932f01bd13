import { Module } from '@nestjs/common';
import { PostsModule } from '#posts';
import { CatchUpController } from './catch-up.controller.ts';
import { CatchUpReader } from './catch-up.reader.ts';
import { CatchUpEventsPresenter } from './catch-up-events.presenter.ts';
import { ConversationsController } from './conversations.controller.ts';
import { ConversationsReader } from './conversations.reader.ts';
import { FeedsController } from './feeds.controller.ts';
import { FeedsReader } from './feeds.reader.ts';
import { FinishCatchUp } from './finish-catch-up.service.ts';

@Module({
  imports: [PostsModule],
  controllers: [FeedsController, CatchUpController, ConversationsController],
  providers: [FeedsReader, ConversationsReader, CatchUpReader, FinishCatchUp, CatchUpEventsPresenter],
})
export class FeedsModule {}
