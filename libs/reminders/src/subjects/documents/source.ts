import { ApplicantDeadlines, type ApplicationToComplete } from '@kull/admissions/contracts/deadlines';
import { type Instant, localDateInOslo } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { OccasionSource } from '../../occasion-source';
import { dueAmong, instantsSearched, type Matter, standingsAmong } from '../due-times';
import type { DocumentFacts } from './texts';

const matterOf = (application: ApplicationToComplete): Matter => {
  const { applicationId, personId, intake, programme, missing, deadline, dueBy } = application;
  const facts: DocumentFacts = {
    intake,
    programme: programme.title,
    employerConfirmation: missing.includes('MISSING_EMPLOYER_CONFIRMATION'),
    priorLearning: missing.includes('PRIOR_LEARNING_ASSESSMENT_NEEDED'),
    dueBy,
  };
  return {
    subject: 'DOCUMENT_MISSING',
    recipient: { kind: 'person', personId },
    about: applicationId,
    version: deadline,
    programmeCode: programme.code,
    facts,
    date: localDateInOslo(dueBy),
    endsAt: dueBy,
  };
};

/** Applications that lack something the applicant can still send in, by the day until which it is taken. */
@Injectable()
export class MissingDocuments implements OccasionSource {
  readonly subject = 'DOCUMENT_MISSING';

  constructor(private readonly deadlines: ApplicantDeadlines) {}

  async between(plan: Plan, from: Instant, to: Instant) {
    const searched = instantsSearched(plan, from, to);
    if (!searched) return [];
    const incomplete = await this.deadlines.incomplete(plan.programmeCode, searched.after, searched.by);
    return dueAmong(plan, incomplete.map(matterOf), from, to);
  }

  async standing(plan: Plan, names: readonly OccasionName[]) {
    const applications = await this.deadlines.applicationsNamed(names.map(({ about }) => about));
    const incomplete = applications.filter(({ missing }) => missing.length > 0);
    return standingsAmong(plan, names, incomplete.map(matterOf), () => 'SETTLED');
  }
}
