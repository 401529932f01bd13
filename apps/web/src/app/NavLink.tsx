import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MessageId } from '~/i18n/languages';
import { T } from '~/i18n/text';
import { Icon, type IconName } from '~/ui/Icon';

export interface Place {
  to: string;
  icon: IconName;
  name: MessageId;
}

/** One line of the navigation; the current one is said by weight and to assistive technology. */
export function NavLink({ place, children }: { place: Place; children?: ReactNode }) {
  return (
    <Link
      to={place.to}
      activeOptions={{ exact: place.to === '/' }}
      className="touchable -mx-2 flex items-center gap-2.5 rounded-md px-2 py-1 text-quiet hover:bg-wash hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      <Icon name={place.icon} />
      <span className="min-w-0 flex-1">
        <T id={place.name} />
      </span>
      {children}
    </Link>
  );
}
