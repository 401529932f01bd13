import { Matches, ValidateBy } from 'class-validator';
import { IdField, Text, TextsField, Whole } from '#platform';
import { isTimeZone } from '../time-zone.ts';
import { LanguageField } from './language-field.ts';
import { MAX_NAME } from './new-account.dto.ts';

/** Spaces, brackets, an extension: people write numbers in many ways. */
const PHONE = /^\+?[\d ()./-]*\d[\d ()./-]*(?:(?:ext\.?|x|#) ?\d{1,8})?$/i;

const IsTimeZone = () =>
  ValidateBy(
    { name: 'is a time zone', validator: { validate: isTimeZone } },
    { message: 'must be an IANA time zone such as Europe/Amsterdam', context: { code: 'wrong' } },
  );

/** What is left out stays; null empties. */
export class EditProfileRequest {
  @Text({ max: MAX_NAME, optional: true })
  name?: string;

  @Text({ max: 100, optional: true, nullable: true })
  title?: string | null;

  @Text({ max: 100, optional: true, nullable: true })
  department?: string | null;

  @Text({ max: 100, optional: true, nullable: true })
  location?: string | null;

  @IdField({ optional: true, nullable: true })
  managerId?: string | null;

  @Text({ max: 64, optional: true, example: 'Europe/Amsterdam' })
  @IsTimeZone()
  timeZone?: string;

  @LanguageField({ optional: true })
  language?: string;

  @TextsField({ max: 30, each: 50, optional: true })
  skills?: string[];

  @Text({ max: 40, optional: true, nullable: true, example: '+31 20 123 45 67' })
  @Matches(PHONE, { message: 'must be a telephone number', context: { code: 'wrong' } })
  phone?: string | null;

  @Text({ max: 2000, lines: true, optional: true, nullable: true })
  about?: string | null;

  @IdField({ optional: true, nullable: true, about: 'A file of your own, uploaded as portrait.' })
  portraitId?: string | null;

  @Whole({ min: 1, max: 2_147_483_647, about: 'The version that was edited.' })
  version: number;
}
