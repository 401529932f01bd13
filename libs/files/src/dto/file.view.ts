import { Shown } from '#platform';

/** A file as it stands beside a post. */
export class FileView {
  @Shown({ format: 'uuid' })
  id: string;

  @Shown()
  name: string;

  @Shown({ about: 'Worked out from the content.' })
  mediaType: string;

  @Shown({ about: 'Bytes.' })
  size: number;

  @Shown({ type: Number, nullable: true, about: 'Of pictures that browsers can show.' })
  width: number | null;

  @Shown({ type: Number, nullable: true })
  height: number | null;

  @Shown()
  url: string;
}
