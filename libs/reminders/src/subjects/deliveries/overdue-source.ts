import { IssuedCertificates } from '@kull/certificates/contracts/issued';
import { SentLines } from '@kull/deliveries/contracts/lines';
import type { Recorded } from '@kull/event-store/contracts';
import { ClassList } from '@kull/teaching/contracts/classes';
import { Injectable } from '@nestjs/common';
import type { Occasion, OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { validUntil } from '../due-times';
import type { OverdueFacts } from './overdue-texts';

/** Certificates that have not left thirty days after completion (I-52): told to the office when that is found. */
@Injectable()
export class OverdueDeliveries implements EventSource {
  readonly subject = 'DELIVERY_OVERDUE';

  constructor(
    private readonly lines: SentLines,
    private readonly certificates: IssuedCertificates,
    private readonly classes: ClassList,
  ) {}

  /** Nobody knows before it is found. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { data }: Recorded) {
    const { number } = data as { readonly number: string };
    const [standing] = await this.ofNumbers(plan, [number]);
    return standing && 'stands' in standing ? [standing.stands] : [];
  }

  standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    return this.ofNumbers(
      plan,
      names.map(({ about }) => about),
    );
  }

  private async ofNumbers(plan: Plan, numbers: readonly string[]): Promise<readonly Standing[]> {
    const [overdue, certificates] = await Promise.all([this.lines.overdue(numbers), this.certificates.named(numbers)]);
    const classes = await this.classes.named(certificates.map(({ classId }) => classId));
    return numbers.map((number): Standing => {
      const late = overdue.find((one) => one.number === number);
      const certificate = certificates.find((one) => one.number === number);
      const of = classes.find(({ classId }) => classId === certificate?.classId);
      if (!late || !certificate || of?.plan.programme.code !== plan.programmeCode) return { cancelled: 'SWITCHED_OFF' };
      if (late.hasLeft) return { cancelled: 'SETTLED' };
      if (certificate.isRevoked) return { cancelled: 'WITHDRAWN' };
      const { classCode, completionDate } = certificate;
      const facts: OverdueFacts = { number, classCode, completionDate };
      const stands: Occasion = {
        subject: 'DELIVERY_OVERDUE',
        recipient: { kind: 'office' },
        about: number,
        step: 'ONCE',
        version: '1',
        programmeCode: plan.programmeCode,
        dueAt: late.at,
        validUntil: validUntil(plan, late.at),
        facts,
      };
      return { stands };
    });
  }
}
