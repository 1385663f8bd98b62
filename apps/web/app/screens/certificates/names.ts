import { useQuery } from '@tanstack/preact-query';
import type { RosterView } from '../../../../../libs/teaching/src/http/roster-view';
import { get } from '../../api/client';

/** The names of the students of a class by student number, as its list has them; the number itself where there is none. */
export const useNames = (classId: string | undefined): ((studentNo: string) => string) => {
  const roster = useQuery({
    queryKey: ['teaching', 'roster', classId],
    queryFn: () => get<RosterView>(`/classes/${classId}/roster`),
    enabled: classId !== undefined,
  });
  const names = new Map(
    (roster.data?.students ?? []).map(({ studentNo, familyName, givenNames }) => [
      studentNo,
      familyName === null ? studentNo : `${familyName}, ${givenNames}`,
    ]),
  );
  return (studentNo) => names.get(studentNo) ?? studentNo;
};
