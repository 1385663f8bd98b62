import { HprRegister } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { closingDay, type IntakeDefinition } from './domain/intake-definition';
import { checkHpr, type HprCheck } from './domain/verified-physician';

/** Whether an applicant would be found to be a physician, before they send. */
@Injectable()
export class OwnHprCheck {
  constructor(private readonly register: HprRegister) {}

  /**
   * Asks the register that the ranking will ask, and compares as it will. Says nothing of whose a number is.
   * `NOT_ANSWERING`: nothing is known, and nothing lost; the ranking asks again.
   */
  async ask(
    intakeId: string,
    hprNumber: string,
    birthDate: string,
    definition: IntakeDefinition,
  ): Promise<HprCheck | 'NOT_ANSWERING'> {
    const answer = (await this.register.ask(intakeId, [hprNumber])).get(hprNumber);
    if (!answer?.answered) return 'NOT_ANSWERING';
    return checkHpr(hprNumber, answer.entry, birthDate, closingDay(definition));
  }
}
