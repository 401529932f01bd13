import { Link } from '@tanstack/react-router';
import { useUnreadConversations } from '~/data/conversations';
import { useNotificationCount } from '~/data/notifications';
import { useSession } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { Count } from '~/parts/Count';
import { IconLink } from '~/parts/IconLink';
import { OrganisationMark } from '~/parts/organisation/OrganisationMark';
import { Portrait } from '~/parts/Portrait';
import { MyCommunities } from './MyCommunities';
import { NavLink, type Place } from './NavLink';

const settings: Place['to'] = '/settings';

const admin: Place = { to: '/admin', icon: 'settings', name: 'nav.admin' };
const places: Place[] = [
  { to: '/', icon: 'home', name: 'nav.home' },
  { to: '/catch-up', icon: 'tick', name: 'nav.catch-up' },
  { to: '/everything', icon: 'everything', name: 'nav.everything' },
  { to: '/unanswered', icon: 'question', name: 'nav.unanswered' },
  { to: '/bookmarks', icon: 'bookmark', name: 'nav.bookmarks' },
  { to: '/notifications', icon: 'bell', name: 'nav.notifications' },
  { to: '/messages', icon: 'message', name: 'nav.messages' },
  { to: '/search', icon: 'search', name: 'nav.search' },
  { to: '/people', icon: 'people', name: 'nav.people' },
];

/** Wide screens: where one may go, down the left. */
export function Sidebar() {
  const text = useText();
  const { user, organisation } = useSession();
  const unread = useNotificationCount().data?.count ?? 0;
  const unreadConversations = useUnreadConversations();
  return (
    <header className="sticky top-0 hidden h-dvh flex-col gap-5 overflow-y-auto px-4 pt-5 pb-3 md:flex lg:px-6">
      <Link to="/" className="flex items-center gap-2.5 rounded-md font-semibold">
        <OrganisationMark logo={organisation.logo} />
        <span className="line-clamp-2 min-w-0 leading-5 wrap-anywhere">{organisation.name}</span>
      </Link>
      <nav aria-label={text('nav.main')}>
        <ul className="flex flex-col">
          {places.map((place) => (
            <li key={place.to}>
              <NavLink place={place}>
                {place.to === '/notifications' && <Count n={unread} label="nav.unread" />}
                {place.to === '/messages' && <Count n={unreadConversations} label="nav.unread" />}
              </NavLink>
            </li>
          ))}
          {user.role === 'admin' && (
            <li>
              <NavLink place={admin} />
            </li>
          )}
        </ul>
      </nav>
      <MyCommunities />
      <div className="mt-auto flex shrink-0 items-center gap-1">
        <Link
          to={settings}
          className="touchable -ml-2 flex min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 py-1 hover:bg-wash"
        >
          <Portrait person={user} size={28} />
          <span className="min-w-0 flex-1 truncate">{user.name}</span>
          <span className="sr-only">
            <T id="nav.settings" />
          </span>
        </Link>
        <IconLink to="/help" icon="help" label={text('nav.help')} className="size-9" />
      </div>
    </header>
  );
}
