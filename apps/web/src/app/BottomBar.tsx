import { Link } from '@tanstack/react-router';
import { useNotificationCount } from '~/data/notifications';
import { T, useText } from '~/i18n/text';
import { Count } from '~/parts/Count';
import { Icon } from '~/ui/Icon';
import type { Place } from './NavLink';

const places: Place[] = [
  { to: '/', icon: 'home', name: 'nav.home' },
  { to: '/communities', icon: 'communities', name: 'nav.communities-short' },
  { to: '/write', icon: 'write', name: 'nav.write' },
  { to: '/notifications', icon: 'bell', name: 'nav.notifications-short' },
  { to: '/settings', icon: 'person', name: 'nav.me' },
];

/** Phones: the five places a thumb should reach. */
export function BottomBar() {
  const text = useText();
  const unread = useNotificationCount().data?.count ?? 0;
  return (
    <nav
      aria-label={text('nav.main')}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-5">
        {places.map(({ to, icon, name }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: true }}
              className="relative flex min-h-14 flex-col items-center justify-center gap-0.5 text-quiet aria-[current=page]:text-accent"
            >
              <Icon name={icon} size={22} />
              <span className="max-w-full text-center text-small leading-tight tracking-tight wrap-anywhere max-[22rem]:text-[0.75rem]">
                <T id={name} />
              </span>
              {to === '/notifications' && (
                <span className="absolute top-1 left-1/2 ml-1.5">
                  <Count n={unread} label="nav.unread" />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
