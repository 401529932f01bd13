import { T } from '~/i18n/text';
import { Ring } from '~/ui/Ring';

/** The end says that it is the end. */
export function EndOfFeed({ threads }: { threads: number }) {
  return (
    <p className="flex flex-col items-center gap-2 py-10 text-center text-small text-quiet">
      <Ring size={20} stroke={2.5} share={1} className="text-edge" />
      <T id="feed.end" n={threads} />
    </p>
  );
}
