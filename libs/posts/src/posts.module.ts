import { Module } from '@nestjs/common';
import { Acknowledge } from './acknowledge.service.ts';
import { AcknowledgementsReader } from './acknowledgements.reader.ts';
import { ChangeThread } from './change-thread.service.ts';
import { CommunityFilesController } from './community-files.controller.ts';
import { CommunityFilesReader } from './community-files.reader.ts';
import { CommunityThreadsController } from './community-threads.controller.ts';
import { ComposePost } from './compose-post.ts';
import { DeletePost } from './delete-post.service.ts';
import { EditPost } from './edit-post.service.ts';
import { FollowTopic } from './follow-topic.service.ts';
import { Marks } from './marks.service.ts';
import { PostEventsPresenter } from './post-events.presenter.ts';
import { PostsController } from './posts.controller.ts';
import { PostsReader } from './posts.reader.ts';
import { React } from './react.service.ts';
import { ReadMarks } from './read-marks.ts';
import { RemovedThreadsCleaning } from './removed-threads-cleaning.ts';
import { Reply } from './reply.service.ts';
import { Standpoint } from './standpoint.ts';
import { StartThread } from './start-thread.service.ts';
import { ThreadsController } from './threads.controller.ts';
import { ThreadsReader } from './threads.reader.ts';
import { TopicsController } from './topics.controller.ts';
import { TopicsReader } from './topics.reader.ts';
import { WriteOnce } from './write-once.ts';

/** Threads, posts and what readers do with them. */
@Module({
  controllers: [
    CommunityThreadsController,
    CommunityFilesController,
    ThreadsController,
    PostsController,
    TopicsController,
  ],
  providers: [
    Standpoint,
    ComposePost,
    WriteOnce,
    StartThread,
    RemovedThreadsCleaning,
    Reply,
    EditPost,
    DeletePost,
    ChangeThread,
    React,
    Marks,
    Acknowledge,
    AcknowledgementsReader,
    ReadMarks,
    FollowTopic,
    ThreadsReader,
    PostsReader,
    TopicsReader,
    CommunityFilesReader,
    PostEventsPresenter,
  ],
  exports: [StartThread, Reply, ThreadsReader, PostsReader, Standpoint, Marks, ReadMarks],
})
export class PostsModule {}
