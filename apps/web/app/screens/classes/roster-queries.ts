import { useQuery } from '@tanstack/preact-query';
import type { RiskAnswer } from '../../../../../libs/attendance/src/http/attendance-risk.dto';
import type { StudentNumber } from '../../../../../libs/credits/src/hpr-standings';
import type { RosterView } from '../../../../../libs/teaching/src/http/roster-view';
import type { ClassStudents } from '../../../../api/src/persons/class-students';
import { get } from '../../api/client';
import { asOf, type ListDay } from '../../kit/as-on-day';

/** Everything that the class list shows, from each context that knows some of it. */
export const useRoster = (classId: string | undefined, on: ListDay) => {
  const query = asOf(on);
  const enabled = classId !== undefined;
  const isNow = enabled && on.day === undefined;
  const roster = useQuery({
    queryKey: ['teaching', 'roster', classId, query],
    queryFn: () => get<RosterView>(`/classes/${classId}/roster`, query),
    enabled,
  });
  const attendance = useQuery({
    queryKey: ['attendance', 'risk', classId, query],
    queryFn: () => get<RiskAnswer>('/attendance-risk', { class: classId, status: 'all', ...query }),
    enabled,
  });
  // Of now only: of another day they say nothing.
  const more = useQuery({
    queryKey: ['people', 'class-students', classId],
    queryFn: () => get<ClassStudents>(`/classes/${classId}/students`),
    enabled: isNow,
  });
  const hpr = useQuery({
    queryKey: ['credits', 'hpr', classId],
    queryFn: () => get<{ readonly data: readonly StudentNumber[] }>(`/classes/${classId}/hpr-look-ups`),
    enabled: isNow,
  });
  return {
    roster,
    parts: {
      attendance: attendance.data?.data,
      more: isNow ? more.data?.data : undefined,
      hpr: isNow ? hpr.data?.data : undefined,
    },
  };
};
