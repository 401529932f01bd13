import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SearchHit } from '~/data/types';
import { useIntl } from '~/i18n/Language';
import { T } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { Portrait } from '~/parts/Portrait';
import { Time } from '~/parts/Time';
import { Icon } from '~/ui/Icon';
import { Pieces } from './Pieces';
import { sizeOf } from './size-of';

const whole =
  'font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 ' +
  'focus-visible:after:outline-accent';

/** One thing that was found; the whole of it leads there. */
export function Hit({ hit }: { hit: SearchHit }) {
  if (hit.in === 'people') return <PersonHit hit={hit} />;
  if (hit.in === 'communities') return <CommunityHit hit={hit} />;
  return hit.in === 'files' ? <FileHit hit={hit} /> : <PostHit hit={hit} />;
}

function Frame(props: { mark: ReactNode; line?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3">
      <span className="flex justify-center">{props.mark}</span>
      <div className="min-w-0">
        {props.children}
        {props.line && (
          <p className="flex flex-wrap gap-x-2 text-small text-quiet [&>*+*]:before:pr-2 [&>*+*]:before:content-['·']">
            {props.line}
          </p>
        )}
      </div>
    </div>
  );
}

function PostHit({ hit }: { hit: SearchHit }) {
  const { person, community, title, excerpt, threadId, postId, createdAt } = hit;
  const to: string = `/threads/${threadId}`;
  return (
    <Frame
      mark={person && <Portrait person={person} size={40} />}
      line={
        <>
          {community && (
            <span>
              <T id="notification.place" kind={community.kind} name={community.name} />
            </span>
          )}
          {createdAt && (
            <span>
              <Time at={createdAt} />
            </span>
          )}
        </>
      }
    >
      <Link to={to} hash={`post-${postId}`} className={whole}>
        {person?.name}
      </Link>
      {title && <p className="font-medium">{title}</p>}
      {excerpt && <Pieces pieces={excerpt} />}
    </Frame>
  );
}

function PersonHit({ hit }: { hit: SearchHit }) {
  const { person, department } = hit;
  if (!person) return null;
  const to: string = `/people/${person.id}`;
  const line = [person.title, department].filter((one) => one !== null && one !== undefined && one !== '');
  return (
    <Frame
      mark={<Portrait person={person} size={40} />}
      line={line.length > 0 && line.map((words) => <span key={words}>{words}</span>)}
    >
      <Link to={to} className={whole}>
        {person.name}
      </Link>
    </Frame>
  );
}

function CommunityHit({ hit }: { hit: SearchHit }) {
  const { community, purpose, memberCount } = hit;
  if (!community) return null;
  return (
    <Frame
      mark={<CommunityRing community={community} size={36} />}
      line={
        memberCount !== undefined && (
          <span>
            <T id="community.members" n={memberCount} />
          </span>
        )
      }
    >
      <Link to="/communities/$communityId" params={{ communityId: community.id }} className={whole}>
        {community.name}
      </Link>
      {purpose && <p className="line-clamp-2 text-quiet">{purpose}</p>}
    </Frame>
  );
}

function FileHit({ hit }: { hit: SearchHit }) {
  const intl = useIntl();
  const { name, url, size, person, community, createdAt } = hit;
  return (
    <Frame
      mark={<Icon name="file" size={28} className="text-quiet" />}
      line={
        <>
          {size !== undefined && <span>{sizeOf(size, intl)}</span>}
          {person && <span>{person.name}</span>}
          {community && (
            <span>
              <T id="notification.place" kind={community.kind} name={community.name} />
            </span>
          )}
          {createdAt && (
            <span>
              <Time at={createdAt} />
            </span>
          )}
        </>
      }
    >
      <a href={url} className={whole}>
        {name}
      </a>
    </Frame>
  );
}
