import { EventStore } from '@kull/event-store';
import { idOf, type WrittenLanguage } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { ApplicantLinks } from '../applicant-links';
import { DecisionDirectory, type DecisionToTell } from '../contracts/decisions';
import { appeal, appealBy } from '../domain/appeal';
import { application } from '../domain/application';
import type { Decided } from '../domain/application.events';
import type { Application } from '../domain/application.state';
import { explanationOf } from '../domain/application-explanation';
import type { IntakeDefinition } from '../domain/intake-definition';
import { eligibilityRules } from '../domain/ranking-run';
import { reasonsInWords } from '../words/decision-words';

interface DecisionRow {
  readonly id: string;
  readonly decision: Decided;
  readonly waits: boolean;
  /** The class of the place that they hold. */
  readonly held: string | null;
  readonly definition: IntakeDefinition;
}

const DECISIONS = `select a.id, a.decision, i.definition, a.held_class as held,
    exists (select from waiting_place_v1 w where w.intake = a.intake and w.application_no = a.application_no) as waits
  from application_v1 a join intake_v1 i on i.code = a.intake
 where a.decision is not null and a.status <> 'SUPERSEDED' and a.id = any ($1)`;

const outcomeOf = ({ decision: { status }, waits, held }: DecisionRow): DecisionToTell['outcome'] => {
  if (held !== null) return 'PLACE_HELD';
  if (status === 'NOT_QUALIFIED' || status === 'NEEDS_MORE') return status;
  return waits ? 'WAITING' : 'NO_PLACE';
};

const reasonsOf = (state: Application, definition: IntakeDefinition): DecisionToTell['reasons'] => {
  const requirements = state.status === 'none' ? [] : explanationOf(state, eligibilityRules(definition)).requirements;
  const written = (language: WrittenLanguage) => reasonsInWords(language, requirements);
  return { nb: written('nb'), nn: written('nn'), en: written('en') };
};

/** Decisions, as their applicants are told of them. */
@Injectable()
export class DecisionQueries extends DecisionDirectory {
  constructor(
    private readonly events: EventStore,
    private readonly links: ApplicantLinks,
  ) {
    super();
  }

  async named(applicationIds: readonly string[]): Promise<readonly DecisionToTell[]> {
    const rows = await this.events.query<DecisionRow>(DECISIONS, [applicationIds]);
    const after = await this.events.loadEach(
      appeal,
      rows.map(({ decision: { intake, applicationNo } }) => idOf('apl', intake, applicationNo)),
    );
    const applications = await this.events.loadEach(
      application,
      rows.map(({ id }) => id),
    );
    return rows.map((row, at) => {
      const { id, decision, definition } = row;
      const { code, title } = definition.programme;
      return {
        applicationId: id,
        personId: decision.personId,
        intake: decision.intake,
        programme: { code, title },
        outcome: outcomeOf(row),
        reasons: reasonsOf(applications[at]!.state, definition),
        decidedAt: definition.rounds.at(-1)!.replyBy,
        appealBy: appealBy(after[at]!.state, decision),
        decisionPath: this.links.pathTo('vedtak', id),
      };
    });
  }
}
