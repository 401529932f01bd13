import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { EmailField, IdsField, OneOf, Parts, Text } from '#platform';
import { MAX_NAME } from './new-account.dto.ts';

export const INVITED_AS = ['member', 'guest', 'admin'] as const;

export class InviteRequest {
  @EmailField({ optional: true, nullable: true, about: 'When given, only this address can use it.' })
  email?: string | null;

  @Text({ max: MAX_NAME, optional: true, nullable: true, about: 'What you call them.' })
  name?: string | null;

  @Text({ max: 100, optional: true, nullable: true })
  department?: string | null;

  @OneOf(INVITED_AS)
  role: (typeof INVITED_AS)[number];

  @IdsField({ max: 20, optional: true, about: 'Communities to be in from the start.' })
  communityIds?: string[];
}

/** One line of a list: taken as it is, and checked by itself, so that a wrong line spoils no other. */
export class InvitedPerson {
  @ApiProperty({ type: String, format: 'email' })
  @Allow()
  email: unknown;

  @ApiProperty({ type: String, required: false, nullable: true })
  @Allow()
  name?: unknown;

  @ApiProperty({ type: String, required: false, nullable: true })
  @Allow()
  department?: unknown;

  @ApiProperty({ enum: INVITED_AS, required: false, nullable: true, description: 'Else that of the list.' })
  @Allow()
  role?: unknown;
}

export class InviteManyRequest {
  @OneOf(INVITED_AS)
  role: (typeof INVITED_AS)[number];

  @IdsField({ max: 20, optional: true, about: 'Communities to be in from the start.' })
  communityIds?: string[];

  @Parts(InvitedPerson, { max: 500 })
  people: InvitedPerson[];
}
