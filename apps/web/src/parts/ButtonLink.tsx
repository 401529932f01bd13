import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '~/ui/Icon';

/** Leads somewhere, and looks like a button: what one does there is a deed, not a read. */
export function ButtonLink(props: {
  to: string;
  search?: Record<string, string>;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <Link
      to={props.to}
      {...(props.search ? { search: props.search } : {})}
      className="touchable inline-flex items-center gap-1.5 rounded-full border border-edge px-4 py-1.5 font-medium whitespace-nowrap hover:border-ink"
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </Link>
  );
}
