import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import { useIsWide } from './wide';

/** The third column, which the shell holds open on wide screens; null elsewhere. */
export const ContextColumn = createContext<HTMLElement | null>(null);

/**
 * A screen says here what its content belongs to: `<Context label="…">…</Context>`, anywhere in it. On wide screens
 * that stands in the third column; on narrower ones only `inPlace` is shown, where the screen put it.
 */
export function Context(props: { label: string; inPlace?: ReactNode; children: ReactNode }) {
  const column = useContext(ContextColumn);
  const isWide = useIsWide();
  if (!isWide) return props.inPlace ?? null;
  if (!column) return null;
  return createPortal(
    <aside
      aria-label={props.label}
      className="sticky top-0 flex max-h-dvh flex-col gap-7 overflow-y-auto pt-7 pr-6 pb-10 pl-1"
    >
      {props.children}
    </aside>,
    column,
  );
}
