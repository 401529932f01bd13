import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';

/** Says in plain words what happened and what to do. A problem is announced; a note waits to be read. */
export function Banner(props: { tone?: 'note' | 'problem'; actions?: ReactNode; children: ReactNode }) {
  const isProblem = props.tone === 'problem';
  return (
    <div
      role={isProblem ? 'alert' : 'status'}
      className={classes(
        'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-2',
        isProblem ? 'bg-danger-wash' : 'bg-wash',
      )}
    >
      {isProblem && <Icon name="warning" className="text-danger" />}
      <p className="min-w-0 flex-1 basis-48">{props.children}</p>
      {props.actions}
    </div>
  );
}
