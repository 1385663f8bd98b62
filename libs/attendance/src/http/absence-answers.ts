import { type Caller, problemOf, Worded } from '@kull/http';
import { Injectable } from '@nestjs/common';
import { type AbsenceRow, Absences } from '../read-models/absences.query';
import { Standings } from '../standings';
import { type AbsenceWithConsequence, absenceExample, consequenceExample } from './absence.dto';
import { absenceProblems } from './absence-problems';
import { absenceTexts } from './absence-texts';
import { absenceView, consequencesOf } from './absence-view';

/** What is answered about a report of absence: the report, what is left after it, and what it means in words. */
@Injectable()
export class AbsenceAnswers {
  constructor(
    private readonly absences: Absences,
    private readonly standings: Standings,
  ) {}

  /** The report, when the caller may ask about its class; else it is as if there were none. */
  async found(id: string, caller: Caller): Promise<AbsenceRow> {
    const found = await this.absences.find(id);
    if (!found || !caller.mayClass(found.reported.classId))
      throw problemOf({ code: 'ABSENCE_NOT_REPORTED' }, absenceProblems);
    return found;
  }

  async of(id: string, caller: Caller): Promise<Worded<AbsenceWithConsequence>> {
    const view = absenceView(await this.found(id, caller));
    const stands = await this.standings.ofStudent(view.classId, view.studentNo);
    const missed = view.status === 'WITHDRAWN' ? [] : view.sessions;
    return new Worded((language) => ({
      ...view,
      consequences: stands ? consequencesOf(missed, stands.counted, stands.plan, language) : [],
      texts: absenceTexts(view, language),
    }));
  }
}

export const answerExample: AbsenceWithConsequence = {
  ...absenceExample,
  consequences: [consequenceExample],
  texts: absenceTexts(absenceExample, 'nb'),
};
