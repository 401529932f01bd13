import { Link } from '@tanstack/react-router';
import type { CatchUpItem, CatchUpSection } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Portrait } from '~/parts/Portrait';
import { Time } from '~/parts/Time';
import { IconButton } from '~/ui/Button';

/** One thread: who said what, in which thread, and where. Listing it marks nothing as read. */
export function CatchUpRow(props: { item: CatchUpItem; section: CatchUpSection['section']; onDone(): void }) {
  const { item, section, onDone } = props;
  const text = useText();
  const { community, opening, post, unread } = item;
  const said = post ?? opening;
  const name = item.title ?? opening.excerpt;
  return (
    <li
      data-walk
      tabIndex={-1}
      className="grid scroll-mt-4 grid-cols-[1.75rem_minmax(0,1fr)_auto] gap-x-3 border-b border-line py-3"
    >
      <Portrait person={said.author} size={28} />
      <div className="min-w-0">
        <Link
          to="/threads/$threadId"
          params={{ threadId: item.threadId }}
          hash={`post-${said.id}`}
          data-key="o"
          className="block rounded-sm hover:underline hover:underline-offset-4"
        >
          <span className="line-clamp-2 font-medium wrap-anywhere">{name}</span>
        </Link>
        {(post || item.title) && (
          <p className="line-clamp-2 wrap-anywhere">
            <span className="text-quiet">
              {section === 'decided' ? (
                <T id="catch-up.answer-of" name={said.author.name} />
              ) : (
                <T id="catch-up.said-by" name={said.author.name} />
              )}
            </span>{' '}
            {said.excerpt}
          </p>
        )}
        <p className="text-small text-quiet tabular-nums">
          <T id="catch-up.where" name={opening.author.name} community={community.name} />
          {' · '}
          <Time at={item.at} />
          {unread > 1 && (
            <>
              {' · '}
              <T id="nav.unread" n={unread} />
            </>
          )}
        </p>
      </div>
      <IconButton icon="tick" label={text('catch-up.done-with', { name })} data-key="e" onPress={onDone} />
    </li>
  );
}
