import { useQuery } from '@tanstack/preact-query';
import { get } from '../api/client';

/** Today in Norway, by the service's clock, which a demonstration may have moved; undefined until it has answered. */
export const useToday = (): string | undefined =>
  useQuery({
    queryKey: ['overview', 'clock'],
    queryFn: () => get<{ readonly now: string }>('/clock'),
    select: ({ now }) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo' }).format(new Date(now)),
  }).data;
