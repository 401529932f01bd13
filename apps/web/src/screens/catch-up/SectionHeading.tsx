import type { ReactNode } from 'react';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';

/** Why these stand together, how many there are, and the way to put them all aside. */
export function SectionHeading(props: {
  id: string;
  title: ReactNode;
  count: number;
  /** How many one press puts aside; none where each line stands for many. */
  done: number;
  onDone(): void;
}) {
  const { id, title, count, done, onDone } = props;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line pb-1">
      <h2 id={id} className="text-lead">
        {title} <span className="font-normal text-quiet tabular-nums">{count}</span>
      </h2>
      {done > 1 && (
        <Button look="quiet" className="mr-0!" onPress={onDone}>
          <T id="catch-up.these-done" n={done} />
        </Button>
      )}
    </div>
  );
}
