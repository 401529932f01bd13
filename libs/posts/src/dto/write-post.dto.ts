import { Flag, IdField, IdsField, NewIdField, OneOf, Part, Text, Whole } from '#platform';
import { SentDraft } from './sent-draft.dto.ts';
import { THREAD_KINDS, type ThreadKind } from './thread.view.ts';

export const MAX_BODY = 20_000;
const MAX_TITLE = 200;
const MAX_FILES = 20;

const Body = ({ min = 1 } = {}) => Text({ max: MAX_BODY, min, lines: true, about: 'Markdown.' });
/** May be empty where a file goes along: a picture may speak for itself. */
const BodyOrFiles = () => Body({ min: 0 });
const Title = () => Text({ max: MAX_TITLE, optional: true, nullable: true });
const FileIds = () =>
  IdsField({ max: MAX_FILES, optional: true, about: 'Files that you sent and did not attach yet.' });

const OfDraft = () =>
  Part(SentDraft, {
    optional: true,
    about:
      'My draft of it, which goes with it. Without, the one that is kept for this place if it says the same.',
  });

export class StartThreadRequest {
  @NewIdField()
  id?: string;

  @OneOf(THREAD_KINDS)
  kind: ThreadKind;

  @Title()
  title?: string | null;

  @BodyOrFiles()
  body: string;

  @FileIds()
  fileIds?: string[];

  @Flag({ optional: true, about: 'Of an announcement: every member is asked to say that they read it.' })
  asksAcknowledgement?: boolean;

  @OfDraft()
  draft?: SentDraft;
}

export class ReplyRequest {
  @NewIdField()
  id?: string;

  @BodyOrFiles()
  body: string;

  @IdField({ optional: true, nullable: true, about: 'The post of this thread that it answers.' })
  replyTo?: string | null;

  @FileIds()
  fileIds?: string[];

  @OfDraft()
  draft?: SentDraft;
}

export class EditPostRequest {
  @Body()
  body: string;

  @Whole({ min: 1, max: 2 ** 31 - 1, optional: true, about: 'The version that was edited; or as If-Match.' })
  version?: number;

  @OfDraft()
  draft?: SentDraft;
}
