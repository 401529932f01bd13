import { useMyCommunities } from '~/data/communities';
import { useDirectory } from '~/data/directory';
import { useSession } from '~/data/session';
import { T } from '~/i18n/text';
import { HomeArt } from '~/parts/art/Art';
import { ButtonLink } from '~/parts/ButtonLink';
import { EmptyState } from '~/ui/EmptyState';

/** What to do about a quiet Home. */
export function HomeEmpty() {
  return useSession().user.role === 'guest' ? <GuestEmpty /> : <EmployeeEmpty />;
}

/** A guest looks for nothing and makes nothing: others let them in. */
function GuestEmpty() {
  const { data: mine } = useMyCommunities();
  if (!mine) return null;
  return (
    <EmptyState art={<HomeArt />} title={<T id="home.empty" />}>
      <T id={mine.length > 0 ? 'home.guest' : 'home.guest-nowhere'} />
    </EmptyState>
  );
}

/** Join something, or, where there is nothing to join, make it. */
function EmployeeEmpty() {
  const { role } = useSession().user;
  const { data, isError } = useDirectory({});
  if (!data && !isError) return null;
  const isFirst = data?.pages[0]?.items.every(({ kind }) => kind === 'company') ?? false;
  if (isFirst) {
    return (
      <EmptyState
        art={<HomeArt />}
        title={<T id="home.empty" />}
        actions={
          <>
            <ButtonLink to="/communities/new" icon="plus">
              <T id="communities.create" />
            </ButtonLink>
            {role === 'admin' && (
              <ButtonLink to="/admin" search={{ tab: 'invitations' }} icon="people">
                <T id="home.invite" />
              </ButtonLink>
            )}
          </>
        }
      >
        <T id={role === 'admin' ? 'home.first-admin' : 'home.first'} />
      </EmptyState>
    );
  }
  return (
    <EmptyState
      art={<HomeArt />}
      title={<T id="home.empty" />}
      actions={
        <ButtonLink to="/communities" icon="search">
          <T id="home.find" />
        </ButtonLink>
      }
    >
      <T id="home.empty-text" />
    </EmptyState>
  );
}
