import { Matches } from 'class-validator';
import { IdField, Text, Whole } from '#platform';
import { MAX_NAME } from './new-account.dto.ts';

/** What is left out stays; null empties. */
export class ChangeOrganisationRequest {
  @Text({ max: MAX_NAME, optional: true })
  name?: string;

  @IdField({ optional: true, nullable: true, about: 'A file of your own, uploaded as logo.' })
  logoId?: string | null;

  @Text({ max: 7, optional: true, nullable: true, example: '#153f86' })
  @Matches(/^#[0-9a-f]{6}$/, { message: 'must be a colour such as #153f86', context: { code: 'wrong' } })
  accent?: string | null;

  @Whole({ min: 1, max: 2_147_483_647, about: 'The version that was changed.' })
  version: number;
}
