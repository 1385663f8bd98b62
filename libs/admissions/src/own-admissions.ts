import { EventStore } from '@kull/event-store';
import { Clock, type Explanation } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { ApplicantLetters } from './applicant-letters';
import { DraftAccess } from './commands/draft-access';
import { appealId } from './commands/ids';
import { type ApplicationDetails, applicationDetailsPurpose } from './contracts';
import { appeal } from './domain/appeal';
import { statementPurpose } from './domain/appeal.events';
import { application } from './domain/application';
import type { BegunDraft } from './domain/draft';
import {
  type EmployerAddress,
  type EmployerSigned,
  employerAddressPurpose,
  employerSignedPurpose,
} from './domain/draft.events';
import { type OwnApplication, OwnApplications } from './read-models/own-applications.query';
import { OwnOffers } from './read-models/own-offers.query';

/** Who scored is not for the applicant to know, as on the page of the decision; what they gave is. */
const withoutAssessors = ({ requirements, ...rest }: Explanation): object => ({
  ...rest,
  requirements: requirements.map(({ evidence, ...requirement }) => ({
    ...requirement,
    evidence: evidence.map(({ who: _, ...one }) => one),
  })),
});

/** All that is kept of one person's applications, for that person: what they sent, and what came of it. */
@Injectable()
export class OwnAdmissions {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly applications: OwnApplications,
    private readonly offers: OwnOffers,
    private readonly letters: ApplicantLetters,
    private readonly drafts: DraftAccess,
    private readonly clock: Clock,
  ) {}

  /** Applications with their decisions, offers, appeals and letters, the newest first. */
  async applicationsOf(personId: string): Promise<readonly object[]> {
    const [own, offers] = await Promise.all([
      this.applications.ofPerson(personId),
      this.offers.ofPerson(personId, this.clock.now()),
    ]);
    return Promise.all(
      own.map(async (one) => {
        const { explanation, personId: _, ...told } = one;
        const [sent, reasonsGiven, letters] = await Promise.all([
          this.sent(one),
          this.reasonsGiven(one),
          this.letters.of(one.applicationId),
        ]);
        return {
          ...told,
          sent,
          explanation: withoutAssessors(explanation),
          offers: offers
            .filter(({ intake, applicationNo }) => intake === one.intake && applicationNo === one.applicationNo)
            .map(({ personId: _owner, ...offer }) => offer),
          ...(reasonsGiven.length > 0 && { reasonsGiven }),
          letters,
        };
      }),
    );
  }

  /** What was begun by the form: answers, documents, who was asked to confirm and what they said. */
  async draftsOf(personId: string): Promise<readonly object[]> {
    const intakes = await this.events.query<{ readonly code: string }>('select code from intake_v1 order by code');
    const opened = await Promise.all(intakes.map(({ code }) => this.drafts.open(code, personId)));
    return Promise.all(
      opened.flatMap(({ state, answers }) => (state.status === 'begun' ? [this.begun(state, answers)] : [])),
    );
  }

  private async sent({ applicationId }: OwnApplication): Promise<object> {
    const { state } = await this.events.load(application, applicationId);
    if (state.status === 'none') return {};
    const { facts, details, submission } = state.submitted;
    const [opened] = await this.people.open<ApplicationDetails>([
      { sealed: details, purpose: applicationDetailsPurpose },
    ]);
    return { submission, ...facts, ...opened };
  }

  private async reasonsGiven({ intake, applicationNo }: OwnApplication): Promise<readonly object[]> {
    const stream = `${appeal.category}-${appealId(intake, applicationNo)}`;
    const given = (await this.events.readStream(stream)).flatMap((event) =>
      event.type === 'ReasonsGiven' ? [event.data as { on: string; text: never }] : [],
    );
    const texts = await this.people.open<string>(
      given.map(({ text: sealed }) => ({ sealed, purpose: statementPurpose })),
    );
    return given.map(({ on }, at) => ({ on, text: texts[at] }));
  }

  private async begun(
    { intake, documents, requests, confirmation, sent }: BegunDraft,
    answers: object,
  ): Promise<object> {
    const recipients = await this.people.open<EmployerAddress>(
      requests.map(({ recipient }) => ({ sealed: recipient, purpose: employerAddressPurpose })),
    );
    const [signed] = await this.people.open<EmployerSigned>(
      confirmation ? [{ sealed: confirmation.confirmedBy, purpose: employerSignedPurpose }] : [],
    );
    return {
      intake,
      answers,
      documents: documents.map(({ kind, mediaType, attachedAt }) => ({ kind, mediaType, attachedAt })),
      employerAsked: requests.map(({ askedAt, validUntil, isUsed }, at) => ({
        recipient: recipients[at],
        askedAt,
        validUntil,
        isUsed,
      })),
      ...(confirmation && { employerConfirmed: { on: confirmation.confirmedOn, by: signed } }),
      ...(sent && { sentAt: sent.sentAt, applicationNo: sent.applicationNo }),
    };
  }
}
