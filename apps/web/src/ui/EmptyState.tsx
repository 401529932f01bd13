import type { ReactNode } from 'react';
import { Ring } from './Ring';

/** Nothing here yet: why, and what one may do about it. */
export function EmptyState(props: {
  title: ReactNode;
  /** A drawing instead of the bare ring. */
  art?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 py-10">
      {props.art ? (
        <div className="pb-3">{props.art}</div>
      ) : (
        <Ring size={28} stroke={3} share={0} className="text-edge" />
      )}
      <h2 className="text-lead">{props.title}</h2>
      {props.children && <div className="max-w-prose text-quiet">{props.children}</div>}
      {props.actions && <div className="flex flex-wrap gap-2 pt-2">{props.actions}</div>}
    </div>
  );
}
