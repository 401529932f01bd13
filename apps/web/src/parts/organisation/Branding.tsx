import { useQuery } from '@tanstack/react-query';
import { sessionQuery, setupQuery } from '~/data/session';
import { useOwnAccent } from './use-own-accent';

/** The whole page takes the organisation's accent: inside from the session, outside from what everybody may see. */
export function Branding() {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const { data: setup } = useQuery({ ...setupQuery, enabled: false });
  const organisation = session?.organisation ?? setup?.organisation;
  useOwnAccent(organisation?.accent);
  return null;
}
