import type { PersonChip } from '~/data/types';
import { Portrait } from '~/parts/Portrait';
import { Present } from '~/parts/Present';

/** One face, or two that overlap a little for more. Decorative: the names stand beside it. */
export function Faces({ people }: { people: PersonChip[] }) {
  const [first, second] = people;
  if (!first) return <span className="size-10 shrink-0 rounded-full bg-wash" />;
  if (!second)
    return (
      <Present userId={first.id}>
        <Portrait person={first} size={40} />
      </Present>
    );
  return (
    <span className="relative size-10 shrink-0">
      <span className="absolute top-0 left-0 flex">
        <Portrait person={first} size={28} />
      </span>
      <span className="absolute right-0 bottom-0 flex rounded-full border-2 border-paper">
        <Portrait person={second} size={24} />
      </span>
    </span>
  );
}
