import { OneOf, PageQuery, Text, Whole } from '#platform';

const MAX_BODY = 40_000;
const MAX_VERSION = 2_147_483_647;

export class PreviewRulesRequest {
  @Text({ max: MAX_BODY, lines: true, about: 'Markdown.' })
  body: string;
}

export class PublishRulesRequest extends PreviewRulesRequest {
  @Text({ max: 500, optional: true, nullable: true, about: 'What is new, for who accepted the one before.' })
  changes?: string | null;

  @Whole({
    min: 0,
    max: MAX_VERSION,
    about: 'The newest version there was when this was written; 0 for none.',
  })
  version: number;
}

export class AcceptRulesRequest {
  @Whole({ min: 1, max: MAX_VERSION, about: 'The version that was read.' })
  version: number;
}

export class AcceptancesQuery extends PageQuery {
  @OneOf(['accepted', 'missing'], { about: 'Who did, or who did not.' })
  state: 'accepted' | 'missing';
}
