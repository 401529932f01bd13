import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { del, patch, post, put } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import type {
  FileView,
  OpenSession,
  Page,
  PasswordChange,
  ProfileChange,
  SessionView,
  UserView,
} from './types';

/** My own profile: what is left out stays. The version is that of the profile on the page. */
export const useEditProfile = () =>
  useMutation({
    mutationFn: (change: ProfileChange) => {
      const version = queryClient.getQueryData<SessionView>(keys.session)?.user.version;
      return patch<UserView>('/users/me', { body: { ...change, version } });
    },
    onSuccess: (user) => {
      queryClient.setQueryData<SessionView>(keys.session, (session) => session && { ...session, user });
      queryClient.setQueryData(keys.user(user.id), user);
      void queryClient.invalidateQueries({ queryKey: ['users'] });
    },
    // Changed meanwhile on another device: the next attempt starts from what it is now.
    onError: () => queryClient.invalidateQueries({ queryKey: keys.session }),
  });

/** A portrait of mine, or the picture of a community. */
export function uploadPicture(purpose: 'portrait' | 'picture', picture: Blob): Promise<FileView> {
  const form = new FormData();
  form.append('purpose', purpose);
  form.append('file', picture, `${purpose}.jpg`);
  return post<FileView>('/files', { body: form, timeoutMs: 60_000 });
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: PasswordChange) => put('/users/me/password', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  });

export const useSessions = () =>
  useQuery({
    queryKey: keys.sessions,
    queryFn: reading<Page<OpenSession>>('/sessions'),
    staleTime: 0,
  });

/** Logs out one of my devices, or with null all others. */
export const useEndSession = () =>
  useMutation({
    mutationFn: (id: string | null) => del(id === null ? '/sessions' : `/sessions/${id}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  });

/** People by name, for choosing one. */
export const usePeopleNamed = (q: string, isWanted: boolean) =>
  useInfiniteQuery({
    queryKey: keys.users({ q, few: true }),
    queryFn: readingPages<Page<UserView>>('/users', { q, limit: 8 }),
    ...paged,
    enabled: isWanted,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
