import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type AppealableDecision, appealableDecision } from '../domain/appeal';
import { application } from '../domain/application';

/** The decision on an application, and whose work it was. */
export interface DecisionToAppeal {
  readonly decision?: AppealableDecision;
  readonly personId: string;
  readonly applicationNo: string;
  readonly intake: string;
  /** Who scored the application, who is partial to the applicant, and who decided it. */
  readonly madeBy: readonly string[];
}

/** Reads what appeals are about. */
@Injectable()
export class AppealedApplications {
  constructor(private readonly events: EventStore) {}

  /** Undefined: there is no such application. */
  async find(applicationId: string): Promise<DecisionToAppeal | undefined> {
    const [{ state }, history] = await Promise.all([
      this.events.load(application, applicationId),
      this.events.readStream(`${application.category}-${applicationId}`),
    ]);
    if (state.status === 'none') return undefined;
    const { personId, applicationNo, intake } = state.submitted;
    const deciders = history.filter(({ type }) => type === 'ApplicationDecided').map(({ metadata }) => metadata.actor);
    const decision = appealableDecision(state);
    return {
      ...(decision && { decision }),
      personId,
      applicationNo,
      intake,
      madeBy: [...state.assessments, ...state.disqualified].map(({ assessor }) => assessor).concat(deciders),
    };
  }
}
