import { EmailField, Text } from '#platform';
import { LanguageField } from './language-field.ts';
import { NewPassword } from './password-field.ts';

export const MAX_NAME = 100;

/** What somebody says of themselves to get an account. */
export class NewAccount {
  @Text({ max: MAX_NAME })
  name: string;

  @EmailField()
  email: string;

  @NewPassword()
  password: string;

  @LanguageField({ optional: true, about: 'In which they read this; English unless told.' })
  language?: string;
}
