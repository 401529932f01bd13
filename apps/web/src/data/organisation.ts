import { useMutation } from '@tanstack/react-query';
import { patch, post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import type { FileView, OrganisationChange, OrganisationView, SessionView } from './types';

/** Its name, logo and accent: what is left out stays. The version is that of what is on the page. */
export const useChangeOrganisation = () =>
  useMutation({
    mutationFn: (change: OrganisationChange) => {
      const version = queryClient.getQueryData<SessionView>(keys.session)?.organisation.version;
      return patch<OrganisationView>('/organisation', { body: { ...change, version } });
    },
    onSuccess: (organisation) =>
      queryClient.setQueryData<SessionView>(
        keys.session,
        (session) => session && { ...session, organisation },
      ),
    // Changed meanwhile by another administrator: the next attempt starts from what it is now.
    onError: () => queryClient.invalidateQueries({ queryKey: keys.session }),
  });

export function uploadLogo(picture: Blob): Promise<FileView> {
  const form = new FormData();
  form.append('purpose', 'logo');
  form.append('file', picture, 'logo.png');
  return post<FileView>('/files', { body: form, timeoutMs: 60_000 });
}
