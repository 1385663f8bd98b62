import { useQueries, useQuery } from '@tanstack/preact-query';
import type { AbsencePage, AbsenceWithConsequence } from '../../../../../libs/attendance/src/http/absence.dto';
import type { RiskAnswer } from '../../../../../libs/attendance/src/http/attendance-risk.dto';
import type {
  ConflictAnswer,
  RegisterAnswer,
  RegisterSummary,
} from '../../../../../libs/attendance/src/http/register-answers';
import type { RosterView } from '../../../../../libs/teaching/src/http/roster-view';
import { get, getAll } from '../../api/client';

export type Absence = AbsencePage['data'][number];
export type { AbsenceWithConsequence, ConflictAnswer, RegisterAnswer, RegisterSummary };

interface Listed<T> {
  readonly data: readonly T[];
}

/** Every session of the class, with how its register stands. */
export const useRegisters = (classId: string) =>
  useQuery({
    queryKey: ['attendance', 'registers', classId],
    queryFn: () => get<Listed<RegisterSummary>>(`/classes/${classId}/registers`),
  });

/** The registers of these sessions; undefined until all are there. */
export const useRegistersOf = (classId: string, sessions: readonly string[]): readonly RegisterAnswer[] | undefined => {
  const asked = useQueries({
    queries: sessions.map((session) => ({
      queryKey: ['attendance', 'register', classId, session],
      queryFn: () => get<RegisterAnswer>(`/classes/${classId}/registers/${encodeURIComponent(session)}`),
    })),
  });
  const found = asked.flatMap(({ data }) => data ?? []);
  return found.length === sessions.length ? found : undefined;
};

/** Names by student number, as an alphabetical list has them; guests too. */
export const useNames = (classId: string): ReadonlyMap<string, string> => {
  const { data } = useQuery({
    queryKey: ['teaching', 'roster', classId, {}],
    queryFn: () => get<RosterView>(`/classes/${classId}/roster`),
  });
  const all = [...(data?.students ?? []), ...(data?.guests.flatMap(({ guests }) => guests) ?? [])];
  return new Map(
    all.map(({ studentNo, familyName, givenNames }) => [
      studentNo,
      familyName === null ? studentNo : `${familyName}, ${givenNames}`,
    ]),
  );
};

/** Where each student stands with the attendance that is required. */
export const useStandings = (classId: string) => {
  const { data } = useQuery({
    queryKey: ['attendance', 'risk', classId, {}],
    queryFn: () => get<RiskAnswer>('/attendance-risk', { class: classId, status: 'all' }),
  });
  return new Map((data?.data ?? []).map((one) => [one.studentNo, one] as const));
};

/** The names of the staff, by code. */
export const useStaffNames = (): ReadonlyMap<string, string> => {
  const { data } = useQuery({
    queryKey: ['people', 'staff'],
    queryFn: () => getAll<{ readonly code: string; readonly name: string }>('/staff'),
  });
  return new Map((data ?? []).map(({ code, name }) => [code, name]));
};

export const useConflicts = (classId: string) =>
  useQuery({
    queryKey: ['attendance', 'conflicts', classId],
    queryFn: () => get<Listed<ConflictAnswer>>(`/classes/${classId}/conflicts`),
  });

export const useAbsences = (classId: string) =>
  useQuery({
    queryKey: ['attendance', 'absences', classId],
    queryFn: () => getAll<Absence>(`/classes/${classId}/absences`),
  });

/** The time by the service's clock, which a demonstration may have moved. */
export const useServiceClock = () =>
  useQuery({
    queryKey: ['overview', 'clock-now'],
    queryFn: () => get<{ readonly now: string }>('/clock'),
  });
