import { EventStore } from '@kull/event-store';
import { type Explanation, type Instant, idOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { application } from '../domain/application';
import { explanationOf } from '../domain/application-explanation';
import { scoreText } from '../domain/assessments';
import { intake } from '../domain/intake';
import type { Quota } from '../domain/quota';
import { eligibilityRules } from '../domain/ranking-run';
import { AppealQueries, type AppealView } from './appeals.query';

/** The last who was offered a place in a class and quota: where the line went. */
export interface LastOffered {
  readonly class: string;
  readonly quota: Quota;
  readonly score: string;
  /** Of physicians, who are ordered by it before their score. */
  readonly tier?: number;
}

/** An application as its applicant sees it. Nothing in it is anybody else's but the line where the offers ended. */
export interface OwnApplication {
  readonly applicationId: string;
  readonly personId: string;
  readonly applicationNo: string;
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly submittedAt: Instant;
  readonly wishes: readonly string[];
  readonly explanation: Explanation;
  /** In the quotas that they competed in, of the classes they wished. */
  readonly lastOffered: readonly LastOffered[];
  /** Absent: not decided. */
  readonly appeal?: AppealView;
}

/** Of those who were offered a place, the one who is last in the order of the quota. */
const LAST_OFFERED = `select distinct on (o.class, o.quota) o.class, o.quota, a.total, a.tier
  from offer_v1 o join application_v1 a on a.id = o.application
 where o.intake = $1 and o.class = any ($2) and o.quota = any ($3)
 order by o.class, o.quota, case when o.quota = 'EARMARKED_PHYSICIAN' then a.tier end desc nulls last,
       a.total, a.lottery_number collate "C" desc`;

/** Applications, for those whose they are. */
@Injectable()
export class OwnApplications {
  constructor(
    private readonly events: EventStore,
    private readonly appeals: AppealQueries,
  ) {}

  /** Undefined: there is none of that id. */
  async find(applicationId: string): Promise<OwnApplication | undefined> {
    const { state } = await this.events.load(application, applicationId);
    if (state.status === 'none') return undefined;
    const { intake: code, applicationNo, personId, facts } = state.submitted;
    const opened = (await this.events.load(intake, idOf('int', code))).state;
    if (opened.status === 'unopened') return undefined;
    const decided = state.status === 'decided' ? state.decision : undefined;
    const [lastOffered, appeal] = await Promise.all([
      this.lastOffered(code, facts.wishes, decided?.quotas ?? []),
      this.appeals.ofApplication(applicationId),
    ]);
    return {
      applicationId,
      personId,
      applicationNo,
      intake: code,
      programme: opened.definition.programme.title,
      submittedAt: facts.submittedAt,
      wishes: facts.wishes,
      explanation: explanationOf(state, eligibilityRules(opened.definition)),
      lastOffered,
      ...(appeal && { appeal }),
    };
  }

  /** All of a person's, the newest first. */
  async ofPerson(personId: string): Promise<readonly OwnApplication[]> {
    const rows = await this.events.query<{ readonly id: string }>(
      `select id from application_v1 where person = $1 order by facts->>'submittedAt' desc, application_no`,
      [personId],
    );
    const found = await Promise.all(rows.map(({ id }) => this.find(id)));
    return found.filter((one) => one !== undefined);
  }

  private async lastOffered(
    code: string,
    wishes: readonly string[],
    quotas: readonly Quota[],
  ): Promise<readonly LastOffered[]> {
    if (quotas.length === 0) return [];
    // Where the line went is told to whoever did not get a place: score and tier of the last, and not who it was.
    const rows = await this.events.ofAll.query<{
      readonly class: string;
      readonly quota: Quota;
      readonly total: number;
      readonly tier: number | null;
    }>(LAST_OFFERED, [code, wishes, quotas]);
    return rows
      .map(({ total, tier, ...line }) => ({
        ...line,
        score: scoreText(total),
        ...(line.quota === 'EARMARKED_PHYSICIAN' && tier !== null && { tier }),
      }))
      .sort((one, other) => wishes.indexOf(one.class) - wishes.indexOf(other.class));
  }
}
