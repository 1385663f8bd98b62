import { type UseQueryResult, useQuery } from '@tanstack/preact-query';
import type { IntakeLine, IntakeView } from '../../../../../libs/admissions/src/http/intake.view';
import { get, getAll } from '../../api/client';

export type { IntakeLine, IntakeView };

/** All intakes. */
export const useIntakes = (): UseQueryResult<IntakeLine[]> =>
  useQuery({ queryKey: ['admissions', 'intakes'], queryFn: () => getAll<IntakeLine>('/intakes') });

/** One intake by its code; null when there is none. */
export const useIntake = (code: string): UseQueryResult<IntakeView | null> =>
  useQuery({
    queryKey: ['admissions', 'intake', code],
    queryFn: async () => {
      const found = (await getAll<IntakeLine>('/intakes')).find((one) => one.code === code);
      return found ? await get<IntakeView>(`/intakes/${found.id}`) : null;
    },
  });

export const sum = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((total, one) => total + of(one), 0);

/** Places of an intake: all, held, under an open offer, and free. */
export const placesOf = ({ classes }: Pick<IntakeView, 'classes'>) => {
  const all = sum(classes, ({ capacity }) => capacity);
  const used = classes.flatMap(({ places }) => places);
  const taken = sum(used, ({ held }) => held);
  const open = sum(used, ({ offered }) => offered);
  return { all, taken, open, free: all - taken - open };
};
