import { useUnsentThreads } from '~/data/outbox/use-outbox';
import { useMyId } from '~/data/session';
import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { UnsentThread } from '~/parts/threads/UnsentThread';
import { Sticks } from '~/ui/Sticks';
import { MessageBox } from './MessageBox';

const none: ReadonlySet<string> = new Set();

/** Nothing was said yet: the first message begins it, and from then on one simply answers. */
export function FirstMessage({ community }: { community: CommunityView }) {
  const unsent = useUnsentThreads(useMyId(), community.id, none);
  return (
    <>
      <div className="flex flex-1 flex-col justify-end pt-4 pb-4">
        {unsent.map((one) => (
          <UnsentThread key={one.id} unsent={one} />
        ))}
        {unsent.length === 0 && (
          <p className="text-quiet">
            <T id="messages.first" />
          </p>
        )}
      </div>
      <div className="sticky bottom-14 z-10 mb-14 bg-paper md:bottom-0 md:mb-0">
        <Sticks to="bottom" />
        <MessageBox community={community} isWaiting={unsent.length > 0} />
      </div>
    </>
  );
}
