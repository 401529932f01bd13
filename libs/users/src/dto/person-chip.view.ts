import { Shown } from '#platform';

/** As much of a person as stands beside what they wrote. */
export class PersonChip {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  name: string;

  @Shown({ about: 'Written `@handle` to mention them.' })
  handle: string;

  @Shown({ type: String, nullable: true })
  title: string | null;

  @Shown({ type: String, nullable: true, about: 'Where their picture is.' })
  portrait: string | null;

  @Shown({ about: 'Somebody from outside, who sees only the communities that let them in.' })
  guest: boolean;
}
