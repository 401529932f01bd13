import { Fragment } from 'react';
import type { ThreadView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Icon, type IconName } from '~/ui/Icon';
import { pathToThread, RowLink } from '../RowLink';

/** Above the text, small: where it stands and what is special about it. */
export function ThreadLine(props: { thread: ThreadView; showCommunity: boolean }) {
  const { thread } = props;
  const text = useText();
  const { community, kind, pinned, closed, bestAnswerId, reason } = thread;
  // In somebody's own stream the name under this line says the same.
  const showCommunity = props.showCommunity && community.kind !== 'person';
  const answer = kind === 'question' ? bestAnswerId : null;
  const marks: { id: string; icon: IconName; words: string; at?: string }[] = [
    ...(pinned ? [{ id: 'pinned', icon: 'pin' as const, words: text('thread.pinned') }] : []),
    ...(answer
      ? [{ id: 'answered', icon: 'tick' as const, words: text('thread.answered'), at: answer }]
      : []),
    ...(closed ? [{ id: 'closed', icon: 'closed' as const, words: text('thread.closed') }] : []),
  ];
  if (!showCommunity && kind === 'update' && marks.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-small text-quiet">
      {showCommunity && (
        <span className="min-w-0">
          <T
            id="thread.in"
            community={
              <RowLink
                to={`/communities/${community.id}`}
                className="rounded-sm font-medium hover:text-ink hover:underline hover:underline-offset-4"
              >
                {community.name || text('community.kind-conversation')}
              </RowLink>
            }
          />
        </span>
      )}
      {showCommunity && reason && (
        <T id="thread.because-topic" topics={<TopicLinks names={reason.topics} />} />
      )}
      {kind !== 'update' && <span className="text-signal-text">{text(`kind.${kind}`)}</span>}
      {marks.map(({ id, icon, words, at }) => {
        const mark = (
          <>
            <Icon name={icon} size={14} />
            {words}
          </>
        );
        return at ? (
          <RowLink
            key={id}
            to={pathToThread(thread.id, at)}
            className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink hover:underline hover:underline-offset-4"
          >
            {mark}
          </RowLink>
        ) : (
          <span key={id} className="inline-flex items-center gap-1">
            {mark}
          </span>
        );
      })}
    </p>
  );
}

const TopicLinks = ({ names }: { names: string[] }) =>
  names.map((name, place) => (
    <Fragment key={name}>
      {place > 0 && ', '}
      <RowLink
        to={`/topics/${encodeURIComponent(name)}`}
        className="rounded-sm font-medium hover:text-ink hover:underline hover:underline-offset-4"
      >
        #{name}
      </RowLink>
    </Fragment>
  ));
