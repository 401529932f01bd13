import { Link } from '@tanstack/react-router';
import { useUnreadConversations } from '~/data/conversations';
import { useSession } from '~/data/session';
import { useText } from '~/i18n/text';
import { Count } from '~/parts/Count';
import { IconLink } from '~/parts/IconLink';
import { OrganisationMark } from '~/parts/organisation/OrganisationMark';

/** Phones: whose Kring this is, the search and the help; it scrolls away with the page. */
export function TopBar() {
  const text = useText();
  const { organisation } = useSession();
  const unreadConversations = useUnreadConversations();
  return (
    <header className="flex items-center justify-between gap-2 px-4 pt-2 md:hidden">
      <Link to="/" className="touchable flex min-w-0 items-center gap-2 font-semibold">
        <OrganisationMark logo={organisation.logo} size={22} />
        <span className="truncate">{organisation.name}</span>
      </Link>
      <span className="-mr-2 flex gap-3 pointer-coarse:gap-1">
        <span className="relative flex">
          <IconLink to="/messages" icon="message" label={text('nav.messages')} />
          <span className="pointer-events-none absolute -top-0.5 left-1/2 ml-1 pointer-coarse:top-1">
            <Count n={unreadConversations} label="nav.unread" />
          </span>
        </span>
        <IconLink to="/search" icon="search" label={text('nav.search')} />
        <IconLink to="/help" icon="help" label={text('nav.help')} />
      </span>
    </header>
  );
}
