import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { del, post, put } from './http';
import { keys } from './keys';
import { resend } from './outbox/send';
import { queryClient } from './query-client';
import { paged, reading, readingPages } from './reading';
import type {
  Acceptance,
  CurrentHouseRules,
  HouseRules,
  HouseRulesState,
  Page,
  PublishRules,
  SessionView,
} from './types';

export const useHouseRules = () =>
  useQuery({ queryKey: keys.houseRules, queryFn: reading<CurrentHouseRules>('/house-rules') });

/** From then on everything goes again; what was written meanwhile and waited is sent. */
export const useAcceptRules = () =>
  useMutation({
    mutationFn: (version: number) => put<HouseRules>('/house-rules/acceptance', { body: { version } }),
    onSuccess(current) {
      queryClient.setQueryData<CurrentHouseRules>(keys.houseRules, { current });
      const session = queryClient.setQueryData<SessionView>(
        keys.session,
        (known) => known && { ...known, rulesToAccept: null },
      );
      if (session) resend(session.user.id);
    },
    // Another version by now, or none: what is to be read is asked for again.
    onError: () => {
      void queryClient.invalidateQueries({ queryKey: keys.houseRules });
      void queryClient.invalidateQueries({ queryKey: keys.session });
    },
  });

export const useRulesState = () =>
  useQuery({ queryKey: keys.rulesState, queryFn: reading<HouseRulesState>('/house-rules/state') });

const showState = (state: HouseRulesState) => {
  queryClient.setQueryData(keys.rulesState, state);
  queryClient.setQueryData<CurrentHouseRules>(keys.houseRules, { current: state.current });
  void queryClient.invalidateQueries({ queryKey: ['rules-acceptances'] });
};

export const usePublishRules = () =>
  useMutation({
    mutationFn: (body: PublishRules) => post<HouseRulesState>('/house-rules', { body }),
    onSuccess: showState,
    onError: () => queryClient.invalidateQueries({ queryKey: keys.rulesState }),
  });

export const useWithdrawRules = () =>
  useMutation({ mutationFn: () => del<HouseRulesState>('/house-rules'), onSuccess: showState });

export const usePreviewRules = () =>
  useMutation({
    mutationFn: (body: string) => post<{ html: string }>('/house-rules/preview', { body: { body } }),
  });

export const useAcceptances = (state: 'accepted' | 'missing') =>
  useInfiniteQuery({
    queryKey: keys.rulesAcceptances(state),
    queryFn: readingPages<Page<Acceptance>>('/house-rules/acceptances', { state, limit: 50 }),
    ...paged,
    staleTime: 0,
  });
