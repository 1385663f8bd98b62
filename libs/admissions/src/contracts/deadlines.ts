import type { Instant, LocalDate } from '@kull/kernel';

/** An offer and how it stands. */
export interface OfferToAnswer {
  readonly offerId: string;
  readonly personId: string;
  readonly intake: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly round: number;
  readonly class: string;
  readonly site: string;
  readonly startsOn: LocalDate;
  /** The better wishes that somebody who answers may go on waiting for. */
  readonly betterWishes: readonly string[];
  /** The class of the place that they hold now. */
  readonly holds?: string;
  /** Where it is answered, under the address of the service: good for this offer alone, with the birth date. */
  readonly answerPath: string;
  /** When the offers of the round went out. */
  readonly madeAt: Instant;
  readonly replyBy: Instant;
  /** Absent: it can be answered. */
  readonly outcome?: 'ACCEPTED' | 'DECLINED' | 'LAPSED';
}

/** What an applicant can still send in. */
export type MissingDocument = 'PRIOR_LEARNING_ASSESSMENT_NEEDED' | 'MISSING_EMPLOYER_CONFIRMATION';

/** An application that counts, what it lacks, and until when that can be sent in. */
export interface ApplicationToComplete {
  readonly applicationId: string;
  readonly personId: string;
  readonly intake: string;
  readonly programme: { readonly code: string; readonly title: string };
  /** Nothing: it is complete, it is not qualified whatever is sent in, or another one counts instead. */
  readonly missing: readonly MissingDocument[];
  /**
   * `WINDOW`: not judged yet, until the intake closes. `SUPPLEMENT`: found to need more, until the first offers are made;
   * from then on nothing that was judged by changes.
   */
  readonly deadline: 'WINDOW' | 'SUPPLEMENT';
  readonly dueBy: Instant;
}

/** An application that was begun and has not been sent. */
export interface DraftToSend {
  readonly draftId: string;
  readonly personId: string;
  readonly intake: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly savedAt: Instant;
  /** Until then, that instant included, it can be sent. */
  readonly closesAt: Instant;
}

/** Other contexts' way to what applicants must do in time (a Nest provider under this token). One query each. */
export abstract class ApplicantDeadlines {
  /** Drafts for intakes of the programme that close after that and not after `by`. */
  abstract drafts(programmeCode: string, after: Instant, by: Instant): Promise<readonly DraftToSend[]>;
  abstract draftsNamed(draftIds: readonly string[]): Promise<readonly DraftToSend[]>;
  /** Offers of the programme that can be answered, with a reply deadline after that and not after `by`. */
  abstract offers(programmeCode: string, after: Instant, by: Instant): Promise<readonly OfferToAnswer[]>;
  abstract offersNamed(offerIds: readonly string[]): Promise<readonly OfferToAnswer[]>;
  /** Applications of the programme that lack something that is due after that and not after `by`. */
  abstract incomplete(programmeCode: string, after: Instant, by: Instant): Promise<readonly ApplicationToComplete[]>;
  abstract applicationsNamed(applicationIds: readonly string[]): Promise<readonly ApplicationToComplete[]>;
}
