import { useState } from 'react';
import { asProblem } from '~/data/problem';
import { useAcknowledgements } from '~/data/threads';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';
import { LoadingRing } from '~/ui/Ring';
import { Tabs } from '~/ui/Tabs';
import { FormProblem } from '../FormProblem';
import { PersonChip } from '../PersonChip';
import { Time } from '../Time';

type State = 'missing' | 'given';

/** Who confirmed that they read an announcement; first those who did not yet. */
export function WhoConfirmed({ threadId, onClose }: { threadId: string; onClose(): void }) {
  const text = useText();
  const [state, setState] = useState<State>('missing');
  const query = useAcknowledgements(threadId, state);
  const [first] = query.data?.pages ?? [];
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<T id="acknowledge.who" />}
      actions={
        <Button onPress={onClose}>
          <T id="close" />
        </Button>
      }
    >
      <p className="min-h-6 pb-2 text-quiet tabular-nums">
        {first && <T id="acknowledge.count" given={first.given} asked={first.asked} />}
      </p>
      <Tabs<State>
        label={text('acknowledge.who')}
        chosen={state}
        onChoose={setState}
        tabs={[
          { id: 'missing', label: text('acknowledge.missing') },
          { id: 'given', label: text('acknowledge.confirmed') },
        ]}
      >
        {query.error && <FormProblem problem={asProblem(query.error)} />}
        {query.isPending && <LoadingRing label={text('loading')} />}
        {query.isSuccess && people.length === 0 && (
          <p className="text-quiet">
            <T id={state === 'given' ? 'acknowledge.nobody' : 'acknowledge.everybody'} />
          </p>
        )}
        <ul className="flex flex-col gap-3">
          {people.map(({ user, at }) => (
            <li key={user.id}>
              <PersonChip person={user}>
                {at && (
                  <span className="shrink-0 text-small text-quiet">
                    <Time at={at} />
                  </span>
                )}
              </PersonChip>
            </li>
          ))}
        </ul>
        {query.hasNextPage && (
          <Button
            look="quiet"
            isPending={query.isFetchingNextPage}
            onPress={() => void query.fetchNextPage()}
          >
            <T id="more" />
          </Button>
        )}
      </Tabs>
    </Dialog>
  );
}
