import { OneOf } from '#platform';

export const GIVEN_ROLES = ['member', 'guest', 'admin'] as const;

export class ChangeRoleRequest {
  @OneOf(GIVEN_ROLES)
  role: (typeof GIVEN_ROLES)[number];
}
