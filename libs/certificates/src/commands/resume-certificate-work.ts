import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import type { Rejection } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CertificateWorkResumed, certificateWork } from '../domain/certificate-work';
import { SetAsideCertificates } from '../set-aside-certificates';

/** `NOT_SET_ASIDE`: the class has no such work, or it was taken up meanwhile. */
export type ResumeRejection = Rejection<'NOT_SET_ASIDE'>;

/** Takes up work for a certificate that was set aside: it is due now, with as many tries as new work has. */
export class ResumeCertificateWork extends Command<Outcome<CertificateWorkResumed, ResumeRejection>> {
  constructor(
    readonly classId: string,
    readonly job: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

const notSetAside = { rejected: { code: 'NOT_SET_ASIDE' } } as const;

@CommandHandler(ResumeCertificateWork)
export class ResumeCertificateWorkHandler implements ICommandHandler<ResumeCertificateWork> {
  constructor(
    private readonly events: EventStore,
    private readonly certificates: SetAsideCertificates,
  ) {}

  async execute({ classId, job, context }: ResumeCertificateWork) {
    const found = (await this.certificates.ofClass(classId)).find((one) => one.job === job);
    if (!found) return notSetAside;
    const { studentCourseId, setAsideAt, attempts, fault } = found;
    const data = { studentCourseId, classId, job, setAsideAt, attempts, fault };
    const outcome = await this.certificates.takingUp(job, (fence) =>
      this.events.execute(certificateWork, studentCourseId, { type: 'ResumeCertificateWork', data }, context, {
        fence,
      }),
    );
    return outcome ?? notSetAside;
  }
}
