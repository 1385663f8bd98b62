import { useQuery } from '@tanstack/preact-query';
import { get } from '../../api/client';

interface CertificateWork {
  readonly due: number;
  readonly issued: number;
  readonly open: number;
  readonly quarantined: number;
}

const ASK_AGAIN_MS = 2_000;

/** What the workers still have to do for the certificates of a class, as it changes. */
export const useCertificateWork = (classId: string) =>
  useQuery({
    queryKey: ['certificates', 'work', classId],
    queryFn: () => get<CertificateWork>(`/classes/${classId}/certificate-work`),
    // What a worker puts aside is no event.
    refetchInterval: ({ state }) => (state.data && state.data.open > 0 ? ASK_AGAIN_MS : false),
  });
