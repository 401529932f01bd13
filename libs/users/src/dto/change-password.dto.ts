import { KnownPassword, NewPassword } from './password-field.ts';

export class ChangePasswordRequest {
  @KnownPassword()
  current: string;

  @NewPassword()
  password: string;
}
