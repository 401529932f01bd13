import { Shown } from '#platform';
import { PersonChip } from './person-chip.view.ts';

export class UserView extends PersonChip {
  @Shown({ type: ['member', 'guest', 'admin', 'bot'] as const })
  role: string;

  @Shown({ format: 'email' })
  email: string;

  @Shown({ type: String, nullable: true })
  department: string | null;

  @Shown({ type: String, nullable: true })
  location: string | null;

  @Shown({ type: PersonChip, nullable: true, about: 'Null too when you may not see them.' })
  manager: PersonChip | null;

  @Shown({ about: 'An IANA time zone.' })
  timeZone: string;

  @Shown({ about: 'A language tag, such as nl.' })
  language: string;

  @Shown({ type: [String] })
  skills: string[];

  @Shown({ type: String, nullable: true })
  phone: string | null;

  @Shown({ type: String, nullable: true })
  about: string | null;

  @Shown()
  deactivated: boolean;

  @Shown({ type: String, nullable: true, format: 'uuid', about: 'Their own community; guests have none.' })
  personCommunityId: string | null;

  @Shown()
  createdAt: Date;

  @Shown({ about: 'Hand it back with a change.' })
  version: number;
}
