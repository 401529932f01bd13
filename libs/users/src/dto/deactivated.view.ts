import { Shown } from '#platform';
import { UserView } from './user.view.ts';

export class LeftWithoutOwner {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  name: string;

  @Shown({ type: ['project', 'group', 'company'] as const })
  kind: string;
}

export class DeactivatedView extends UserView {
  @Shown({
    type: [LeftWithoutOwner],
    about: 'Communities of which they were the last owner: appoint another one.',
  })
  withoutOwner: LeftWithoutOwner[];
}
