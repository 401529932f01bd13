import { Shown } from '#platform';

/** `typing`: stored nowhere, and true for a few seconds. */
export class TypingTold {
  @Shown({ format: 'uuid' })
  threadId: string;

  @Shown({ format: 'uuid' })
  userId: string;

  @Shown({ about: 'So that nobody has to ask who it is.' })
  name: string;
}

/** `presence`: whether a colleague has Kring open. Told of everybody who is there on connecting, then of changes. */
export class PresenceTold {
  @Shown({ format: 'uuid' })
  userId: string;

  @Shown()
  online: boolean;
}
