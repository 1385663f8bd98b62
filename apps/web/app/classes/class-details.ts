import { useQuery } from '@tanstack/preact-query';
import type { ClassDetails } from '../../../../libs/teaching/src/http/class-details';
import { get } from '../api/client';

/** One class with its gatherings and sessions; nothing is asked without an id. */
export const useClassDetails = (classId: string | undefined) =>
  useQuery({
    queryKey: ['teaching', 'class', classId],
    queryFn: () => get<ClassDetails>(`/classes/${classId}`),
    enabled: classId !== undefined,
  });
