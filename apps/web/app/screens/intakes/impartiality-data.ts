import { type UseQueryResult, useQuery } from '@tanstack/preact-query';
import type { DisqualificationView } from '../../../../../libs/admissions/src/http/disqualifications.controller';
import { get } from '../../api/client';

export type { DisqualificationView };

/** Assessors who take no part in applications of an intake. */
export const useDisqualifications = (id: string): UseQueryResult<readonly DisqualificationView[]> =>
  useQuery({
    queryKey: ['admissions', 'disqualifications', id],
    queryFn: async () =>
      (await get<{ readonly data: readonly DisqualificationView[] }>(`/intakes/${id}/disqualifications`)).data,
  });

/** How many applications somebody else has to assess. */
export const waitingForAnother = (all: readonly DisqualificationView[]): number =>
  new Set(all.filter(({ wanted }) => wanted !== null).map(({ id }) => id)).size;
