import { EmailField, OneOf, Text } from '#platform';
import { NewPassword } from './password-field.ts';

export const MAX_NAME = 100;
export const LANGUAGES = ['en', 'nl'] as const;

/** What somebody says of themselves to get an account. */
export class NewAccount {
  @Text({ max: MAX_NAME })
  name: string;

  @EmailField()
  email: string;

  @NewPassword()
  password: string;

  @OneOf(LANGUAGES, { optional: true, about: 'In which they read this; English unless told.' })
  language?: (typeof LANGUAGES)[number];
}
