import { type UseQueryResult, useQuery } from '@tanstack/preact-query';
import type { NextRoundView, RoundOfferView } from '../../../../../libs/admissions/src/http/next-round.controller';
import type { WaitingView } from '../../../../../libs/admissions/src/http/waiting.view';
import { get } from '../../api/client';
import { asOf, type ListDay } from '../../kit/as-on-day';

export type { RoundOfferView, WaitingView };
export type NextRound = NonNullable<NextRoundView['next']>;

export const useNextRound = (id: string): UseQueryResult<NextRound | null> =>
  useQuery({
    queryKey: ['admissions', 'next-round', id],
    queryFn: async () => (await get<NextRoundView>(`/intakes/${id}/next-round`)).next,
  });

export const useRoundOffers = (id: string, round: number): UseQueryResult<readonly RoundOfferView[]> =>
  useQuery({
    queryKey: ['admissions', 'round-offers', id, round],
    queryFn: async () =>
      (await get<{ readonly data: readonly RoundOfferView[] }>(`/intakes/${id}/rounds/${round}/offers`)).data,
  });

export const useWaiting = (id: string, on: ListDay): UseQueryResult<readonly WaitingView[]> => {
  const query = asOf(on);
  return useQuery({
    queryKey: ['admissions', 'waiting-lists', id, query],
    queryFn: async () =>
      (await get<{ readonly data: readonly WaitingView[] }>(`/intakes/${id}/waiting-lists`, query)).data,
  });
};
