import { type UseQueryResult, useQuery } from '@tanstack/preact-query';
import type { ChangedOutcomeView } from '../../../../../libs/admissions/src/http/ranking.controller';
import type { RankingLine, RankingView } from '../../../../../libs/admissions/src/http/ranking.view';
import type { RankingRunLine } from '../../../../../libs/admissions/src/read-models/ranking-runs.query';
import { get } from '../../api/client';

export type { ChangedOutcomeView, RankingLine, RankingRunLine, RankingView };
export type Quota = RankingLine['places'][number]['quota'];

export const useRanking = (id: string): UseQueryResult<RankingView> =>
  useQuery({
    queryKey: ['admissions', 'ranking', id],
    queryFn: () => get<RankingView>(`/intakes/${id}/ranking`),
  });

export const useRuns = (id: string): UseQueryResult<readonly RankingRunLine[]> =>
  useQuery({
    queryKey: ['admissions', 'ranking-runs', id],
    queryFn: async () => (await get<{ readonly data: readonly RankingRunLine[] }>(`/intakes/${id}/ranking-runs`)).data,
  });

/** So many on each side of the border are near it. */
const NEAR = 5;

export interface RankingFilter {
  readonly quota: Quota;
  readonly class?: string;
  readonly municipality?: string;
  readonly search?: string;
  readonly status?: string;
  readonly nearBorder: boolean;
}

export const placeIn = ({ places }: RankingLine, quota: Quota): number | undefined =>
  places.find((place) => place.quota === quota)?.position;

const contains = (line: RankingLine, search: string): boolean =>
  `${line.name ?? ''} ${line.applicationNo}`.toLowerCase().includes(search.toLowerCase());

/** The lines that are asked for, in the order of the quota; those without a place in it last. */
export const filtered = ({ lines, classes }: RankingView, asked: RankingFilter): readonly RankingLine[] => {
  const { quota, class: code, municipality, search, status, nearBorder } = asked;
  const shown = lines
    .filter(
      (line) =>
        (status ? line.status === status : placeIn(line, quota) !== undefined) &&
        (!code || line.wishes.some((wish) => wish.class === code)) &&
        (!municipality || line.municipality.code === municipality) &&
        (!search || contains(line, search)),
    )
    .sort((one, other) => (placeIn(one, quota) ?? 1e9) - (placeIn(other, quota) ?? 1e9));
  if (!nearBorder) return shown;
  const borders = classes
    .filter((one) => !code || one.code === code)
    .flatMap((one) => one.borders.filter((border) => border.quota === quota).map(({ position }) => position));
  const last = borders.flatMap((position) => {
    const at = shown.findIndex((line) => placeIn(line, quota) === position);
    return at === -1 ? [] : [at];
  });
  return shown.filter((_, index) => last.some((at) => index > at - NEAR && index <= at + NEAR));
};
