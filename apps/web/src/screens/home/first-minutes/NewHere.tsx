import { type ReactNode, useId } from 'react';
import { usePeopleToFollow, useSuggested } from '~/data/directory';
import { useSession } from '~/data/session';
import type { SuggestedPerson } from '~/data/types';
import { T } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { PersonName } from '~/parts/PersonName';
import { Portrait } from '~/parts/Portrait';
import { CommunityRow } from '../../communities/CommunityRow';
import { FollowButton } from '../../people/FollowButton';
import { Panel } from './Panel';

const FEW = 3;

/** The first days: where colleagues are, whom to follow, and a face to one's own name. */
export function NewHere({ onHide }: { onHide(): void }) {
  const { user } = useSession();
  const communities = useSuggested().data?.items;
  const people = usePeopleToFollow().data?.items;
  if (!communities || !people) return null;
  const isNameless = !user.portrait || !user.title;
  if (communities.length === 0 && people.length === 0 && !isNameless) return null;
  return (
    <Panel title={<T id="first.welcome" name={user.name} />} onHide={onHide}>
      {communities.length > 0 && (
        <Part title={<T id="first.communities" />}>
          {communities.slice(0, FEW).map((community) => (
            <CommunityRow
              key={community.id}
              community={community}
              reason={
                community.reason === 'popular' ? (
                  <T id="community.reason-popular" />
                ) : (
                  <T id={`community.reason-${community.reason}`} n={community.count} />
                )
              }
            />
          ))}
        </Part>
      )}
      {people.length > 0 && (
        <Part title={<T id="first.people" />}>
          {people.slice(0, FEW).map((one) => (
            <ToFollow key={one.person.id} suggested={one} />
          ))}
        </Part>
      )}
      {isNameless && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 flex-1 basis-56">
            <T id="first.profile" />
          </p>
          <ButtonLink to="/settings" icon="person">
            <T id="first.profile-do" />
          </ButtonLink>
        </div>
      )}
    </Panel>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-small font-medium text-quiet">
        {title}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

function ToFollow({ suggested }: { suggested: SuggestedPerson }) {
  const { person, personCommunityId, reason, count } = suggested;
  return (
    <li className="flex items-center gap-3 border-b border-line py-2 last:border-b-0">
      <Portrait person={person} size={36} />
      <div className="min-w-0 flex-1">
        <PersonName person={person} />
        <p className="text-small text-quiet">
          {person.title && `${person.title} · `}
          <T id={`first.because-${reason}`} n={count} />
        </p>
      </div>
      <FollowButton userId={person.id} personCommunityId={personCommunityId} />
    </li>
  );
}
