import { Flag, Shown, Text } from '#platform';

export class ListTopicsQuery {
  @Text({ max: 50, optional: true, about: 'How the topic begins.' })
  q?: string;

  @Flag({ optional: true, about: 'Only those you follow.' })
  following?: boolean;
}

export class TopicView {
  @Shown({ about: 'In lower case, without `#`.' })
  name: string;

  @Shown({ about: 'How many threads with it you may read.' })
  threads: number;

  @Shown({ about: 'Do you follow it?' })
  following: boolean;
}

export class TopicList {
  @Shown({ type: [TopicView] })
  items: TopicView[];

  @Shown({ type: String, nullable: true })
  next: null;
}
