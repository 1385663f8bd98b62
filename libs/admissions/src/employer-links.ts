import type { Instant } from '@kull/kernel';
import { type Language, People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { ApplicantLinks } from './applicant-links';
import { DraftAccess } from './commands/draft-access';
import { intakeId } from './commands/ids';
import { IntakeAccess } from './commands/intake-access';
import { OwnSubmission } from './commands/own-submission';
import { type EmployerRequest, linkRefusal } from './domain/draft';
import { type EmployerAddress, employerAddressPurpose } from './domain/draft.events';
import type { IntakeDefinition } from './domain/intake-definition';

/** What a leader is asked to confirm, or why the link is not good any more. */
export interface EmployerLink {
  readonly draftId: string;
  readonly request: number;
  readonly definition: IntakeDefinition;
  readonly validUntil: Instant;
  readonly applicant: string;
  /** The applicant's: the leader is written to in it. */
  readonly language: Language;
  readonly employer: string;
  readonly positionTitle: string;
  /** The classes that are wished for; all of the intake where none has been chosen yet. */
  readonly classes: IntakeDefinition['classes'];
  readonly recipient?: EmployerAddress;
  readonly refusal?: 'LINK_USED' | 'LINK_REPLACED' | 'LINK_EXPIRED' | 'POST_CHANGED';
}

/** The links of applicants' leaders: an id, a number and a signature. Whether one was used, the log knows. */
@Injectable()
export class EmployerLinks {
  constructor(
    private readonly links: ApplicantLinks,
    private readonly intakes: IntakeAccess,
    private readonly drafts: DraftAccess,
    private readonly submission: OwnSubmission,
    private readonly people: People,
  ) {}

  pathTo(draftId: string, request: number): string {
    return this.links.pathTo('bekreft', `${draftId}_${request}`);
  }

  /** Undefined: it is none of ours. */
  async find(token: string, now: Instant): Promise<EmployerLink | undefined> {
    const named = this.links.read('bekreft', token);
    const [, draftId, request] = /^(dra_\w+)_(\d+)$/.exec(named ?? '') ?? [];
    return draftId === undefined ? undefined : this.ofRequest(draftId, Number(request), now);
  }

  /** Undefined: there is no such request, or the applicant has been forgotten. */
  async ofRequest(draftId: string, number: number, now: Instant): Promise<EmployerLink | undefined> {
    const { state, answers } = await this.drafts.openNamed(draftId);
    if (state.status === 'none') return undefined;
    const request = state.requests.find((one) => one.request === number);
    const opened = await this.intakes.find(intakeId(state.intake));
    const profile = (await this.people.profiles([state.personId])).get(state.personId);
    if (!request || !opened || !profile) return undefined;
    const { definition } = opened;
    const refused = linkRefusal(state, number, now) ?? this.changed(request, this.submission.aboutOf(answers));
    const sealed = [{ sealed: request.recipient, purpose: employerAddressPurpose }];
    const [recipient] = await this.people.open<EmployerAddress>(sealed);
    const wished = (answers.class_wishes ?? '').split('|');
    const classes = definition.classes.filter(({ code }) => wished.includes(code));
    return {
      draftId,
      request: number,
      definition,
      validUntil: request.validUntil,
      applicant: `${profile.givenNames} ${profile.familyName}`,
      language: profile.language,
      employer: answers.employer ?? '',
      positionTitle: answers.position_title ?? '',
      classes: classes.length > 0 ? classes : definition.classes,
      ...(recipient && { recipient }),
      ...(refused && refused !== 'LINK_UNKNOWN' && { refusal: refused }),
    };
  }

  private changed(request: EmployerRequest, about: string): 'POST_CHANGED' | undefined {
    return request.about === about ? undefined : 'POST_CHANGED';
  }
}
