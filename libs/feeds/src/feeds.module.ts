import { Module } from '@nestjs/common';
import { PostsModule } from '#posts';
import { FeedsController } from './feeds.controller.ts';
import { FeedsReader } from './feeds.reader.ts';

@Module({
  imports: [PostsModule],
  controllers: [FeedsController],
  providers: [FeedsReader],
})
export class FeedsModule {}
