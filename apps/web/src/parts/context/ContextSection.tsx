import { type ReactNode, useId } from 'react';

/** One subject in the third column, under a small heading. */
export function ContextSection(props: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-small font-medium text-quiet">
          {props.title}
        </h2>
        {props.aside && <span className="text-small text-quiet tabular-nums">{props.aside}</span>}
      </div>
      {props.children}
    </section>
  );
}
