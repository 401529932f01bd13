import { useState } from 'react';
import { useAcknowledge } from '~/data/thread-actions';
import type { ThreadView } from '~/data/types';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { comesLater } from '~/ui/comes-later';
import { Icon } from '~/ui/Icon';
import { usePostRights } from '../posts/may';

const WhoConfirmed = comesLater(() => import('./WhoConfirmed').then((it) => it.WhoConfirmed), {
  giveUp: ({ onClose }) => onClose(),
});

/** Under an announcement that everybody is asked to read: the button that says so, and for who asks, who did. */
export function Acknowledgement({ thread }: { thread: ThreadView }) {
  const acknowledge = useAcknowledge();
  const { isMine, mayModerate } = usePostRights(thread.post, thread.communityId);
  const [isShown, setShown] = useState(false);
  const mine = thread.mine?.acknowledgement ?? null;
  const maySee = isMine || mayModerate;
  if (!thread.asksAcknowledgement || (mine === null && !maySee)) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2" aria-live="polite">
      {mine === 'asked' && (
        <>
          <Button look="primary" icon="tick" onPress={() => acknowledge(thread, 'given')}>
            <T id="acknowledge.confirm" />
          </Button>
          <span className="text-small text-quiet">
            <T id="acknowledge.asked" />
          </span>
        </>
      )}
      {mine === 'given' && (
        <span className="inline-flex items-center gap-1 text-small text-success">
          <Icon name="tick" size={16} />
          <T id="acknowledge.given" />
        </span>
      )}
      {maySee && (
        <Button look="quiet" icon="people" onPress={() => setShown(true)}>
          <T id="acknowledge.who" />
        </Button>
      )}
      {isShown && <WhoConfirmed threadId={thread.id} onClose={() => setShown(false)} />}
    </div>
  );
}
