import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useNotificationPreview } from '~/data/notification-settings';
import type { PreviewedEvent } from '~/data/types';
import { useIntl } from '~/i18n/Language';
import { T, useText } from '~/i18n/text';
import { ReadProblem } from '~/parts/ReadProblem';
import { Time } from '~/parts/Time';
import { Button } from '~/ui/Button';
import { LoadingRing } from '~/ui/Ring';
import { placeOf } from '../notifications/place-of';

const FEW = 8;
const WAYS = ['push', 'later', 'list', 'none'] as const;

/** The last week, judged by the same rules as what is sent. It follows the choices above it. */
export function Preview() {
  const text = useText();
  const preview = useNotificationPreview();
  const { data, error } = preview;
  const [isWhole, setWhole] = useState(false);
  if (!data) return error ? <ReadProblem query={preview} /> : <LoadingRing label={text('loading')} />;
  const { counts, items } = data;
  if (items.length === 0)
    return (
      <p className="text-quiet">
        <T id="notify.preview-empty" />
      </p>
    );
  return (
    <>
      <ul>
        {WAYS.map((way) => (
          <li key={way} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 py-0.5">
            <span className="text-right font-medium tabular-nums">{counts[way]}</span>
            <span className="text-quiet">
              <T id={`notify.way-${way}`} />
            </span>
          </li>
        ))}
      </ul>
      <ol>
        {items.slice(0, isWhole ? undefined : FEW).map((event) => (
          <Previewed key={`${event.at} ${event.kind} ${event.postId ?? event.community.id}`} event={event} />
        ))}
      </ol>
      {!isWhole && items.length > FEW && (
        <div>
          <Button onPress={() => setWhole(true)}>
            <T id="notify.preview-more" n={items.length - FEW} />
          </Button>
        </div>
      )}
    </>
  );
}

function Previewed({ event }: { event: PreviewedEvent }) {
  const { kind, actor, community, excerpt, at, reach, because, pushedAt } = event;
  const intl = useIntl();
  const text = useText();
  const time = pushedAt
    ? intl.formatDate(pushedAt, { weekday: 'short', hour: 'numeric', minute: '2-digit' })
    : '';
  return (
    <li className="border-t border-line py-2">
      <p>
        <Link {...placeOf(event)} className="hover:underline hover:underline-offset-4">
          <T id={`notify.what-${kind}`} who={actor?.name ?? text('notify.somebody')} />
        </Link>
        <span className="text-quiet">
          {community.name && ` · ${community.name}`} · <Time at={at} />
        </span>
      </p>
      {excerpt && <p className="line-clamp-2 text-quiet wrap-anywhere">{excerpt}</p>}
      <p className="text-small text-quiet">
        {reach === 'push' && <T id="notify.way-push" />}
        {reach === 'later' && (
          <T id={because === 'pause' ? 'notify.after-pause' : 'notify.after-quiet'} time={time} />
        )}
        {reach === 'list' && <T id="notify.way-list" />}
        {reach === 'none' && <T id={because === 'muted' ? 'notify.none-muted' : 'notify.none-level'} />}
      </p>
    </li>
  );
}
