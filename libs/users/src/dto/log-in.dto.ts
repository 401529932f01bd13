import { EmailField } from '#platform';
import { KnownPassword } from './password-field.ts';

export class LogInRequest {
  @EmailField()
  email: string;

  @KnownPassword()
  password: string;
}
