import { type ReactNode, useId } from 'react';
import { useText } from '~/i18n/text';
import { IconButton } from '~/ui/Button';

/** Stands out from the feed by its ground; can be put away for good. */
export function Panel(props: { title: ReactNode; onHide(): void; children: ReactNode }) {
  const id = useId();
  const text = useText();
  return (
    <section aria-labelledby={id} className="mt-4 flex flex-col gap-4 rounded-md bg-wash px-4 pt-3 pb-4">
      <div className="flex items-center justify-between gap-4">
        <h2 id={id} className="text-lead">
          {props.title}
        </h2>
        <IconButton icon="cross" label={text('first.hide')} className="-mr-1" onPress={props.onHide} />
      </div>
      {props.children}
    </section>
  );
}
