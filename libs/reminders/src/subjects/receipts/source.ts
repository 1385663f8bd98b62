import { type ApplicationReceipt, ReceiptDirectory } from '@kull/admissions/contracts/receipts';
import type { Recorded } from '@kull/event-store/contracts';
import { Injectable } from '@nestjs/common';
import type { Occasion, OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { toldAtOnce } from '../told-at-once';
import type { ReceiptFacts } from './texts';

const occasionOf = (plan: Plan, receipt: ApplicationReceipt): Occasion => {
  const { draftId, intake, programme, applicationNo, sentAt, closesAt, answerAt, path } = receipt;
  const facts: ReceiptFacts = {
    intake,
    programme: programme.title,
    applicationNo,
    sentAt,
    employerConfirmation: receipt.missing.includes('MISSING_EMPLOYER_CONFIRMATION'),
    priorLearning: receipt.missing.includes('PRIOR_LEARNING_ASSESSMENT_NEEDED'),
    notThere: receipt.notThere.join(','),
    closesAt,
    answerAt,
    path,
  };
  return toldAtOnce(plan, {
    subject: 'APPLICATION_RECEIVED',
    of: receipt,
    about: draftId,
    at: sentAt,
    until: answerAt,
    version: sentAt,
    facts,
  });
};

/** Applications that were sent by the form, told each time they are. Those that came in a file are nobody's sending. */
@Injectable()
export class ApplicationsReceived implements EventSource {
  readonly subject = 'APPLICATION_RECEIVED';

  constructor(private readonly receipts: ReceiptDirectory) {}

  /** Nobody knows before it is sent. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { stream }: Recorded) {
    const receipts = await this.receipts.named([stream.slice('application-draft-'.length)]);
    return receipts
      .filter(({ programme }) => programme.code === plan.programmeCode)
      .map((receipt) => occasionOf(plan, receipt));
  }

  async standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    const receipts = await this.receipts.named([...new Set(names.map(({ about }) => about))]);
    const byId = new Map(receipts.map((receipt) => [receipt.draftId, receipt] as const));
    return names.map(({ about, version }) => {
      const receipt = byId.get(about);
      return receipt?.sentAt === version ? { stands: occasionOf(plan, receipt) } : { cancelled: 'MOVED' };
    });
  }
}
