import { Flag, IdField, IdsField, OneOf, Text, Whole } from '#platform';
import { THREAD_KINDS, type ThreadKind } from '#posts';

/** Twice what may be posted: what is too long to send is not lost for it. */
const MAX_BODY = 40_000;
const MAX_TITLE = 200;
const MAX_FILES = 20;

export class KeepDraftRequest {
  @Text({ max: MAX_BODY, min: 0, lines: true, about: 'Markdown.' })
  body: string;

  @Text({ max: MAX_TITLE, min: 0, optional: true })
  title: string = '';

  @OneOf(THREAD_KINDS, { optional: true })
  kind: ThreadKind = 'update';

  @Flag({
    optional: true,
    about: 'Of an announcement: everybody is to be asked to confirm that they read it.',
  })
  asksAcknowledgement: boolean = false;

  @IdField({ optional: true, nullable: true })
  replyTo: string | null = null;

  @IdsField({ max: MAX_FILES, optional: true })
  fileIds: string[] = [];

  @Whole({
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
    about: 'The version that was gone on from; 0 for none. Refused when there is another one by now.',
  })
  version: number = 0;
}
