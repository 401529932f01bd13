import { useParams } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { useCommunity } from '~/data/communities';
import { usePerson } from '~/data/people';
import { useMyId } from '~/data/session';
import type { UserView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityArt } from '~/parts/art/Art';
import { Context } from '~/parts/context/Context';
import { ReadState } from '~/parts/ReadState';
import { Feed } from '~/parts/threads/Feed';
import { Composer } from '~/parts/writing/Composer';
import { EmptyState } from '~/ui/EmptyState';
import { PersonDetails } from './PersonDetails';
import { PersonHeader } from './PersonHeader';
import { PersonPlaces } from './PersonPlaces';
import { ProfileNudges } from './ProfileNudges';

/** Somebody: who they are, how to reach them, and what they started. */
export function PersonScreen() {
  const { userId } = useParams({ from: '/inside/people/$userId' });
  const query = usePerson(userId);
  useTitle(query.data?.name);
  return <ReadState query={query}>{(person) => <Person key={person.id} person={person} />}</ReadState>;
}

function Person({ person }: { person: UserView }) {
  const text = useText();
  const isMe = useMyId() === person.id;
  return (
    <>
      <PersonHeader person={person} />
      <Context
        label={text('person.details')}
        inPlace={
          <div className="flex flex-col gap-5 border-b border-line py-4">
            <PersonDetails person={person} />
            <PersonPlaces person={person} />
          </div>
        }
      >
        <PersonDetails person={person} />
        <PersonPlaces person={person} />
      </Context>
      {isMe && <ProfileNudges person={person} />}
      {isMe && person.personCommunityId && <OwnComposer communityId={person.personCommunityId} />}
      <h2 className="pt-6 font-semibold">
        <T id="person.threads" />
      </h2>
      <Feed
        source={{ person: person.id }}
        empty={
          <EmptyState art={<CommunityArt />} title={<T id="person.empty" />}>
            <T id="person.empty-text" name={person.name} />
          </EmptyState>
        }
      />
    </>
  );
}

/** On my own page I write to whoever follows me. */
function OwnComposer({ communityId }: { communityId: string }) {
  const { data: community } = useCommunity(communityId);
  return community?.mayPost ? <Composer community={community} /> : null;
}
