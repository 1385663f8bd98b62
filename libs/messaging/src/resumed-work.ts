import { accept, type Command, type Decider, type DomainEvent, type Instant, nothing } from '@kull/kernel';

/** Somebody wants a job tried again that had been set aside. What becomes of it, its own context tells. */
export type WorkResumed = DomainEvent<
  'WorkResumed',
  {
    /** Of the outbox. */
    readonly id: string;
    readonly job: string;
    readonly setAsideAt: Instant;
    readonly attempts: number;
    /** Class and code of the last error. */
    readonly fault: string;
  }
>;

export type ResumeWork = Command<'ResumeWork', WorkResumed['data']>;

/** Since when the job had been set aside when it was last taken up. */
interface ResumedAt {
  readonly setAsideAt?: Instant;
}

/** What people did about one job: stream `work-<id of the outbox>`. It is taken up once each time that it was set aside. */
export const work: Decider<ResumedAt, ResumeWork, WorkResumed, never> = {
  category: 'work',
  initial: {},
  decide: ({ setAsideAt }, { data }) =>
    setAsideAt === data.setAsideAt ? nothing : accept({ type: 'WorkResumed', data }),
  evolve: (_, { data: { setAsideAt } }) => ({ setAsideAt }),
};
