import { EventStore } from '@kull/event-store';
import type { Instant, LocalDate } from '@kull/kernel';
import { People, type Profile } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { DraftAccess } from './commands/draft-access';
import { OwnSubmission } from './commands/own-submission';
import { ApplicantDeadlines, type ApplicationToComplete } from './contracts/deadlines';
import { application } from './domain/application';
import type { Answers } from './domain/application-form';
import { type AttachmentKind, kindsNotThere } from './domain/attachments';
import type { BegunDraft, DraftDocument } from './domain/draft';
import { documentNamePurpose, type EmployerSigned, employerSignedPurpose } from './domain/draft.events';
import { EmployerRequests, type LastEmployerRequest } from './employer-requests';

/** A document as it is listed. */
export interface PaperLine extends Omit<DraftDocument, 'name' | 'size'> {
  /** Null: it came without a name, or its applicant has been forgotten. */
  readonly name: string | null;
  /** Bytes; null of what came before they were counted. */
  readonly size: number | null;
}

/** What the leader confirmed by the link. */
export interface EmployerSaid extends Partial<EmployerSigned> {
  readonly on: LocalDate;
  /** The post that was confirmed; null where the applicant has another one now, and it does not count. */
  readonly post: { readonly employer: string; readonly positionTitle: string } | null;
}

/** What has come in with an application, and what has not. */
export interface ApplicationPapersView {
  /** Who applies, so that whoever judges can say that they are related; null of somebody who has been forgotten. */
  readonly applicant: Pick<Profile, 'familyName' | 'givenNames'> | null;
  /** `FILE`: the application was taken in with others; its documents are where it came from. */
  readonly source: 'FORM' | 'FILE';
  readonly data: readonly PaperLine[];
  /** Kinds that it should have and that nobody has sent in; they stop nothing. */
  readonly notThere: readonly AttachmentKind[];
  /** What stops it, and until when that is or was taken; null where there is nothing. */
  readonly missing: (Pick<ApplicationToComplete, 'missing' | 'dueBy'> & { readonly isOverdue: boolean }) | null;
  /** Null: not confirmed by a link. */
  readonly employerConfirmation: EmployerSaid | null;
  /** The day on which the employer confirmed, as the file has it. */
  readonly confirmedInFileOn: LocalDate | null;
  /** The link that was sent last and has had no answer. */
  readonly employerRequest: LastEmployerRequest | null;
}

/** An application with what its applicant has begun, sent in and asked for. */
export interface FoundPapers {
  readonly applicationId: string;
  readonly personId: string;
  readonly draftId: string;
  readonly documents: readonly DraftDocument[];
  /** Who takes no part in the application, and does not see them. */
  readonly disqualified: readonly string[];
  readonly view: (now: Instant) => Promise<ApplicationPapersView>;
}

/** The papers of applications, for those who judge them. */
@Injectable()
export class ApplicationPapers {
  constructor(
    private readonly events: EventStore,
    private readonly drafts: DraftAccess,
    private readonly submission: OwnSubmission,
    private readonly requests: EmployerRequests,
    private readonly deadlines: ApplicantDeadlines,
    private readonly people: People,
  ) {}

  /** Undefined: there is no such application. */
  async find(applicationId: string): Promise<FoundPapers | undefined> {
    const { state } = await this.events.load(application, applicationId);
    if (state.status === 'none') return undefined;
    const { intake, personId, applicationNo, facts } = state.submitted;
    const draft = await this.drafts.open(intake, personId);
    const begun = draft.state.status === 'begun' ? draft.state : undefined;
    const isFromForm = begun?.sent?.applicationNo === applicationNo;
    const documents = begun?.documents ?? [];
    return {
      applicationId,
      personId,
      draftId: draft.id,
      documents,
      disqualified: state.disqualified.map(({ assessor }) => assessor),
      view: async (now) => {
        const [applicant, data, employerConfirmation, employerRequest, missing] = await Promise.all([
          this.nameOf(personId),
          this.linesOf(documents),
          begun ? this.saidIn(begun, draft.answers) : null,
          begun ? this.requests.last(begun, this.submission.aboutOf(draft.answers), now) : undefined,
          this.missingIn(applicationId, now),
        ]);
        return {
          applicant,
          source: isFromForm ? 'FORM' : 'FILE',
          data,
          notThere: isFromForm ? kindsNotThere(facts.highestEducation, documents) : [],
          missing,
          employerConfirmation,
          confirmedInFileOn: (!isFromForm && facts.employerConfirmedOn) || null,
          employerRequest: (employerConfirmation?.post ? undefined : employerRequest) ?? null,
        };
      },
    };
  }

  private async nameOf(personId: string): Promise<ApplicationPapersView['applicant']> {
    const profile = (await this.people.profiles([personId])).get(personId);
    return profile ? { familyName: profile.familyName, givenNames: profile.givenNames } : null;
  }

  private async linesOf(documents: readonly DraftDocument[]): Promise<readonly PaperLine[]> {
    const named = documents.flatMap(({ name }) => (name ? [name] : []));
    const opened = await this.people.open<string>(named.map((sealed) => ({ sealed, purpose: documentNamePurpose })));
    const names = new Map(named.map((sealed, at) => [sealed, opened[at]]));
    return documents.map(({ name, size, ...document }) => ({
      ...document,
      name: (name && names.get(name)) ?? null,
      size: size ?? null,
    }));
  }

  private async saidIn({ confirmation }: BegunDraft, answers: Answers): Promise<EmployerSaid | null> {
    if (!confirmation) return null;
    const { about, confirmedBy, confirmedOn } = confirmation;
    const [signed] = await this.people.open<EmployerSigned>([{ sealed: confirmedBy, purpose: employerSignedPurpose }]);
    const { employer = '', position_title: positionTitle = '' } = answers;
    const isOfPost = about === this.submission.aboutOf(answers);
    return { ...signed, on: confirmedOn, post: isOfPost ? { employer, positionTitle } : null };
  }

  private async missingIn(applicationId: string, now: Instant): Promise<ApplicationPapersView['missing']> {
    const [found] = await this.deadlines.applicationsNamed([applicationId]);
    if (!found || found.missing.length === 0) return null;
    const { missing, dueBy } = found;
    return { missing, dueBy, isOverdue: dueBy < now };
  }
}
