import { Link } from '@tanstack/react-router';
import { T, useText } from '~/i18n/text';

const feeds = [
  { to: '/', name: 'nav.home' },
  { to: '/everything', name: 'nav.everything' },
  { to: '/unanswered', name: 'nav.unanswered' },
  { to: '/bookmarks', name: 'nav.bookmarks' },
] as const;

/** Phones: the other feeds, in one line; wide screens have them at the left. */
export function FeedLinks() {
  const text = useText();
  return (
    <nav aria-label={text('nav.feeds')} className="-mx-4 border-b border-line px-4 md:hidden">
      <ul className="flex flex-wrap gap-x-4 sm:gap-x-5">
        {feeds.map(({ to, name }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: true }}
              className="touchable -mb-px flex items-center border-b-2 border-transparent whitespace-nowrap text-quiet aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              <T id={name} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
