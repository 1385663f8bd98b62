import { ApplicantDeadlines, type DraftToSend } from '@kull/admissions/contracts/deadlines';
import { type Instant, localDateInOslo } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { OccasionSource } from '../../occasion-source';
import { dueAmong, instantsSearched, type Matter, standingsAmong } from '../due-times';
import type { DraftFacts } from './texts';

const matterOf = ({ draftId, personId, intake, programme, savedAt, closesAt }: DraftToSend): Matter => {
  const facts: DraftFacts = { intake, programme: programme.title, closesAt };
  return {
    subject: 'DRAFT_NOT_SENT',
    recipient: { kind: 'person', personId },
    about: draftId,
    version: '1',
    programmeCode: programme.code,
    facts,
    date: localDateInOslo(closesAt),
    endsAt: closesAt,
    notBefore: savedAt,
  };
};

/** Applications that were begun and not sent, by the end of the intake's window. */
@Injectable()
export class UnsentDrafts implements OccasionSource {
  readonly subject = 'DRAFT_NOT_SENT';

  constructor(private readonly deadlines: ApplicantDeadlines) {}

  async between(plan: Plan, from: Instant, to: Instant) {
    const searched = instantsSearched(plan, from, to);
    if (!searched) return [];
    const drafts = await this.deadlines.drafts(plan.programmeCode, searched.after, searched.by);
    return dueAmong(plan, drafts.map(matterOf), from, to);
  }

  async standing(plan: Plan, names: readonly OccasionName[]) {
    const drafts = await this.deadlines.draftsNamed(names.map(({ about }) => about));
    return standingsAmong(plan, names, drafts.map(matterOf), () => 'SETTLED');
  }
}
