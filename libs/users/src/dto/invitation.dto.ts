import { EmailField, IdsField, OneOf } from '#platform';

export const INVITED_AS = ['member', 'guest', 'admin'] as const;

export class InviteRequest {
  @EmailField({ optional: true, nullable: true, about: 'When given, only this address can use it.' })
  email?: string | null;

  @OneOf(INVITED_AS)
  role: (typeof INVITED_AS)[number];

  @IdsField({ max: 20, optional: true, about: 'Communities to be in from the start.' })
  communityIds?: string[];
}
