import { EventStore, type Order } from '@kull/event-store';
import { type LocalDate, uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { type ApplicationDetails, applicationDetailsPurpose } from '../contracts';
import { application } from '../domain/application';
import { type Answers, factsIn, postIn, recordOf, type SentAs } from '../domain/application-form';
import { applicationId } from './ids';

/** What is sent, of whom, and in which intake. */
export interface ToSubmit extends SentAs {
  readonly intake: string;
  readonly personId: string;
}

/** Makes of a form the same order as of a row of `applications.csv`. */
@Injectable()
export class OwnSubmission {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /** Of the post: what the leader confirms, and nobody can guess. */
  aboutOf(answers: Answers): string {
    return this.people.fingerprint(postIn(answers));
  }

  /** The order; undefined when just this has come in before. */
  async orderOf(answers: Answers, { intake, personId, ...sentAs }: ToSubmit): Promise<Order | undefined> {
    const id = applicationId(intake, sentAs.applicationNo);
    const before = await this.known(id, personId);
    const content = { answers, personId, employerConfirmedOn: sentAs.employerConfirmedOn ?? null };
    const fingerprint = this.people.fingerprint(content);
    if (before?.fingerprint === fingerprint) return undefined;
    const purpose = applicationDetailsPurpose;
    const [details] = await this.people.seal([{ person: personId, purpose, value: detailsIn(answers, sentAs) }]);
    return {
      decider: application,
      id,
      command: {
        type: 'SubmitApplication',
        data: {
          intake,
          applicationNo: sentAs.applicationNo,
          personId,
          facts: factsIn(answers, sentAs),
          fingerprint,
          details: details!,
        },
      },
      commandId: uuidOf(
        'SubmitApplication',
        intake,
        sentAs.applicationNo,
        (before?.submission ?? 0) + 1,
        sentAs.submittedAt,
        fingerprint,
      ),
      occurredAt: sentAs.submittedAt,
    };
  }

  /** The order by which what was sent has been confirmed since; undefined when it says so, or is not there. */
  async confirmedOrderOf(id: string, personId: string, employerConfirmedOn: LocalDate): Promise<Order | undefined> {
    const before = await this.known(id, personId);
    if (!before || before.facts.employerConfirmedOn !== undefined) return undefined;
    const { submission, facts, ...data } = before;
    const fingerprint = this.people.fingerprint({ confirmed: before.fingerprint, employerConfirmedOn });
    return {
      decider: application,
      id,
      command: { type: 'SubmitApplication', data: { ...data, facts: { ...facts, employerConfirmedOn }, fingerprint } },
      commandId: uuidOf('SubmitApplication', data.intake, data.applicationNo, submission + 1, fingerprint),
      occurredAt: facts.submittedAt,
    };
  }

  private async known(id: string, personId: string) {
    const { state } = await this.events.load(application, id);
    if (state.status === 'none') return undefined;
    if (state.submitted.personId !== personId) throw new Error(`${id} is somebody else's`);
    return state.submitted;
  }
}

const detailsIn = (answers: Answers, sentAs: SentAs): ApplicationDetails => {
  const record = recordOf(answers, sentAs);
  return {
    ...(record.hpr_number === '' ? {} : { hprNumber: record.hpr_number }),
    employer: record.employer,
    employerOrgNo: record.employer_org_no,
    profession: record.profession,
    positionTitle: record.position_title,
    recommendedBy: record.recommended_by,
  };
};
