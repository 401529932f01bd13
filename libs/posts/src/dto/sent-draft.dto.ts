import { Text, Whole } from '#platform';

/** The draft that a post was made of. */
export class SentDraft {
  @Text({ max: 50, example: 'thread-0196a1b0-0000-7000-8000-000000000000' })
  place: string;

  @Whole({ min: 0, max: Number.MAX_SAFE_INTEGER, about: 'Up to this version it goes with the post.' })
  version: number;
}
