import { useMyCommunities } from '~/data/communities';
import { useComposerCommunity } from '~/data/last-community';
import { useSession } from '~/data/session';
import { Composer, ComposerPlace } from './Composer';

/** The composer where no community is given by the place: it offers all I may post in. */
export function HomeComposer(props: { autoFocus?: boolean; onSent?(): void }) {
  const { companyCommunityId } = useSession();
  const { data: mine = [] } = useMyCommunities();
  const { community, writable, choose } = useComposerCommunity(mine, companyCommunityId);
  if (!community) return <ComposerPlace />;
  return <Composer {...props} community={community} others={writable} onChooseCommunity={choose} />;
}
