import { JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { IntakeClasses } from '../intake-classes';

/** Plans the classes of an intake. */
@Injectable()
@JobHandler('plan-intake-classes')
export class PlanIntakeClasses implements JobHandler {
  constructor(private readonly intakeClasses: IntakeClasses) {}

  async handle({ intakeId }: Readonly<Record<string, string | number>>): Promise<void> {
    await this.intakeClasses.plan(String(intakeId));
  }
}
