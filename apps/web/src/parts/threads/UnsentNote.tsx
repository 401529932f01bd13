import type { Unsent } from '~/data/outbox/outbox';
import { discard, retry } from '~/data/outbox/send';
import { useIsOffline } from '~/data/realtime/connection-state';
import { useProblemText } from '~/i18n/problem-text';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';

/** How sending goes; when it failed, why, and what one may do. The text stands above it, unlost. */
export function UnsentNote({ unsent, onEdit }: { unsent: Unsent; onEdit?: (unsent: Unsent) => void }) {
  const problemText = useProblemText();
  const isOffline = useIsOffline();
  if (unsent.state === 'sending') {
    return (
      <p role="status" className="text-small text-quiet">
        <T id={isOffline ? 'unsent.waiting' : 'unsent.sending'} />
      </p>
    );
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 text-small">
      <p className="text-danger">
        {unsent.problem?.code === 'offline' ? (
          <T id="unsent.not-reached" />
        ) : (
          <T id="unsent.failed" why={problemText.whole(unsent.problem ?? { code: 'unexpected' })} />
        )}
      </p>
      <Button look="quiet" className="ml-0!" onPress={() => retry(unsent.id)}>
        <T id="unsent.retry" />
      </Button>
      {onEdit && (
        <Button look="quiet" className="ml-0!" onPress={() => onEdit(unsent)}>
          <T id="unsent.edit" />
        </Button>
      )}
      <Button look="quiet" className="ml-0!" onPress={() => discard(unsent.id)}>
        <T id="unsent.discard" />
      </Button>
    </div>
  );
}
