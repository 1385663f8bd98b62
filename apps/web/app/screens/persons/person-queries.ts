import { useQuery } from '@tanstack/preact-query';
import type { StudentNumber } from '../../../../../libs/credits/src/hpr-standings';
import type { PersonRecord } from '../../../../api/src/persons/person-record';
import type { Timeline } from '../../../../api/src/persons/timeline/timeline-view';
import { get } from '../../api/client';

const pathOf = (key: string): string => `/persons/${encodeURIComponent(key)}`;

export const usePerson = (key: string) =>
  useQuery({ queryKey: ['people', 'person', key], queryFn: () => get<PersonRecord>(pathOf(key)) });

export const useTimeline = (key: string) =>
  useQuery({ queryKey: ['people', 'timeline', key], queryFn: () => get<Timeline>(`${pathOf(key)}/timeline`) });

/** How it stands with one student's HPR number; undefined while it is not known, or nobody asks for it. */
export const useHpr = (classId: string | undefined, studentNo: string | undefined): StudentNumber | undefined =>
  useQuery({
    queryKey: ['credits', 'hpr', classId],
    queryFn: () => get<{ readonly data: readonly StudentNumber[] }>(`/classes/${classId}/hpr-look-ups`),
    enabled: classId !== undefined,
  }).data?.data.find((one) => one.studentNo === studentNo);
