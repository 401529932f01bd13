import type { CSSProperties } from 'react';
import type { PersonChip } from '~/data/types';
import { hueOf, initialsOf } from './hue';

type Pictured = Pick<PersonChip, 'id' | 'name' | 'portrait'>;

/** Somebody's face, or their initials in a quiet colour of their own. Decorative: the name stands beside it. */
export function Portrait({ person, size = 40 }: { person: Pictured; size?: number }) {
  const box: CSSProperties = { width: size, height: size };
  if (person.portrait) {
    return (
      <img
        src={person.portrait}
        alt=""
        width={size}
        height={size}
        loading="lazy"
        className="shrink-0 rounded-full bg-wash object-cover"
        style={box}
      />
    );
  }
  const style = { ...box, '--hue': hueOf(person.id), fontSize: size * 0.38 } as CSSProperties;
  return (
    <span
      aria-hidden
      className="person-hue inline-flex shrink-0 items-center justify-center rounded-full font-medium select-none"
      style={style}
    >
      {initialsOf(person.name)}
    </span>
  );
}
