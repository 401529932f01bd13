import { Flag, OneOf, PageQuery, Text } from '#platform';
import { COMMUNITY_KINDS, type CommunityKind } from '../community.ts';

export class ListCommunities extends PageQuery {
  @Text({
    max: 100,
    optional: true,
    about: 'Words, or parts of words, of the name; accents do not matter. One or two letters: its beginning.',
  })
  q?: string;

  @OneOf(COMMUNITY_KINDS, {
    optional: true,
    about:
      'Without it: projects, groups and the company. Of persons and conversations only your own are listed.',
  })
  kind?: CommunityKind;

  @Flag({ optional: true, about: 'true: those you are in. false: those you are not in.' })
  mine?: boolean;

  @Flag({ optional: true, about: 'true: the archived ones instead.' })
  archived?: boolean;
}
