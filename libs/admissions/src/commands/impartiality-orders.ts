import type { CommandContext, Order } from '@kull/event-store';
import type { Rejection } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { IntakeRejection } from '../domain/intake';
import { intakeId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';

export type ImpartialityRefusal = Rejection<'NOT_DISQUALIFIED' | 'OWN_IMPARTIALITY'>;

export type ChangeImpartialityRejection = IntakeRejection | ImpartialityRefusal | Rejection<'APPLICATION_UNKNOWN'>;

/** Gives orders about who takes part: a ranking that was made before is old then, and a decided intake refuses. */
@Injectable()
export class ImpartialityOrders {
  constructor(private readonly intakes: IntakeAccess) {}

  give(
    intake: string,
    order: Order,
    context: CommandContext,
  ): Promise<Result<undefined, IntakeRejection | ImpartialityRefusal>> {
    const id = intakeId(intake);
    return this.intakes.unlessChanged<undefined, IntakeRejection | ImpartialityRefusal>(async () => {
      const opened = await this.intakes.find(id);
      if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
      const rejected = await this.intakes.writeInParts<ImpartialityRefusal>(
        id,
        [order],
        () => ({ type: 'TakeInAssessments', data: { basis: opened.basis, applications: 1 } }),
        context,
      );
      return rejected ? { rejected } : { done: undefined };
    });
  }
}
