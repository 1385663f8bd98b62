import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { applicationId, intakeId } from './commands/ids';
import { ApplicantDeadlines } from './contracts/deadlines';
import { type ApplicationReceipt, ReceiptDirectory } from './contracts/receipts';
import { application } from './domain/application';
import { kindsNotThere } from './domain/attachments';
import { draft } from './domain/draft';
import { intake } from './domain/intake';

/** What applicants have sent by the form, as they are told of it. */
@Injectable()
export class ApplicationReceipts extends ReceiptDirectory {
  constructor(
    private readonly events: EventStore,
    private readonly deadlines: ApplicantDeadlines,
  ) {
    super();
  }

  async named(draftIds: readonly string[]): Promise<readonly ApplicationReceipt[]> {
    const drafts = await this.events.loadEach(draft, draftIds);
    const sent = drafts.flatMap(({ state }, at) =>
      state.status === 'begun' && state.sent ? [{ ...state, sent: state.sent, draftId: draftIds[at]! }] : [],
    );
    const ids = sent.map((one) => applicationId(one.intake, one.sent.applicationNo));
    const [applications, intakes, incomplete] = await Promise.all([
      this.events.loadEach(application, ids),
      this.events.loadEach(
        intake,
        sent.map((one) => intakeId(one.intake)),
      ),
      this.deadlines.applicationsNamed(ids),
    ]);
    const missing = new Map(incomplete.map((one) => [one.applicationId, one.missing]));
    return sent.flatMap(({ draftId, personId, documents, sent: { applicationNo, sentAt } }, at) => {
      const [come, opened] = [applications[at]!.state, intakes[at]!.state];
      if (come.status === 'none' || opened.status === 'unopened') return [];
      const { intake: code, programme, window, rounds } = opened.definition;
      return [
        {
          draftId,
          personId,
          intake: code,
          programme: { code: programme.code, title: programme.title },
          applicationNo,
          sentAt,
          missing: missing.get(ids[at]!) ?? [],
          notThere: kindsNotThere(come.submitted.facts.highestEducation, documents),
          closesAt: window.closesAt,
          answerAt: rounds[0]!.offersAt,
          path: `/soknad/${encodeURIComponent(code)}`,
        },
      ];
    });
  }
}
