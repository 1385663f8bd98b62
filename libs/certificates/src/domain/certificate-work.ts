import { accept, type Command, type Decider, type DomainEvent, type Instant, nothing } from '@kull/kernel';

/** Somebody wants a certificate tried again whose work had been set aside. What becomes of it, the certificate tells. */
export type CertificateWorkResumed = DomainEvent<
  'CertificateWorkResumed',
  {
    readonly studentCourseId: string;
    readonly classId: string;
    readonly job: string;
    readonly setAsideAt: Instant;
    readonly attempts: number;
    /** Class and code of the last error. */
    readonly fault: string;
  }
>;

export type ResumeCertificateWork = Command<'ResumeCertificateWork', CertificateWorkResumed['data']>;

/** Of each job, since when it had been set aside when it was last taken up. */
export type CertificateWorkState = Readonly<Record<string, Instant>>;

/**
 * The stream of what people did about the work for one student's certificate: `certificate-work-<id of the course>`. A
 * job is taken up once each time that it was set aside.
 */
export const certificateWork: Decider<CertificateWorkState, ResumeCertificateWork, CertificateWorkResumed, never> = {
  category: 'certificate-work',
  initial: {},
  decide: (state, { data }) =>
    state[data.job] === data.setAsideAt ? nothing : accept({ type: 'CertificateWorkResumed', data }),
  evolve: (state, { data: { job, setAsideAt } }) => ({ ...state, [job]: setAsideAt }),
};
