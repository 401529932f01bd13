import { EmailField, Text } from '#platform';
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
}
