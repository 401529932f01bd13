import { Shown } from '#platform';

export class CommunityUnreadView {
  @Shown()
  communityId: string;

  @Shown({ about: 'Threads with something unread; 100 stands for 100 or more.' })
  unread: number;
}
