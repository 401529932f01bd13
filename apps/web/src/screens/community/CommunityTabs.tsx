import { Link } from '@tanstack/react-router';
import type { CommunityView } from '~/data/types';
import type { MessageId } from '~/i18n/languages';
import { T, useText } from '~/i18n/text';

type Tab = 'about' | 'plan' | 'files';

const look =
  'touchable -mb-px flex items-center border-b-2 pt-2 pb-1.5 border-transparent whitespace-nowrap text-quiet hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink';

/** The sides of a community, each at an address of its own. */
export function CommunityTabs({ community, mayRead }: { community: CommunityView; mayRead: boolean }) {
  const text = useText();
  const { id: communityId, kind } = community;
  if (!mayRead) return null;
  const here = (tab: Tab | undefined, name: MessageId) => (
    <li>
      <Link
        to="/communities/$communityId"
        params={{ communityId }}
        search={tab ? { tab } : {}}
        activeOptions={{ exact: true, includeSearch: true }}
        className={look}
      >
        <T id={name} />
      </Link>
    </li>
  );
  return (
    <nav aria-label={text('community.tabs')} className="-mx-4 border-b border-line px-4 md:mx-0 md:px-0">
      <ul className="flex flex-wrap gap-x-4 sm:gap-x-5">
        {here(undefined, 'community.tab-posts')}
        {kind === 'project' && here('plan', 'plan.title')}
        {here('files', 'community.tab-files')}
        <li>
          <Link to="/communities/$communityId/members" params={{ communityId }} className={look}>
            <T id="members.heading" />
          </Link>
        </li>
        {here('about', 'community.tab-about')}
      </ul>
    </nav>
  );
}
