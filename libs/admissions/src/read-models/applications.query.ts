import { EventStore, type Sealed } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { ApplicationFacts } from '../domain/application-facts';
import type { Assessment } from '../domain/assessments';
import type { ToDecide } from '../domain/completion';
import type { Shortcoming } from '../domain/eligibility';
import type { DecisionLine, WaitingListLine } from '../domain/files';
import type { ApplicationStatus, Verdict } from '../domain/ranking-run';
import type { HprCheck, Tier } from '../domain/verified-physician';

/** An application as an import compares it with a row. */
export interface KnownSubmission {
  readonly id: string;
  readonly fingerprint: string;
  readonly submission: number;
}

/** An application as a ranking run reads it. */
export interface ApplicationRow {
  readonly id: string;
  readonly person: string;
  readonly fingerprint: string;
  readonly facts: ApplicationFacts;
  readonly details: Sealed;
  readonly assessments: readonly Assessment[];
}

/** An application in a list. */
export interface ApplicationLine {
  readonly id: string;
  readonly applicationNo: string;
  /** Null until the intake has been ranked. */
  readonly status: ApplicationStatus | null;
  readonly submittedAt: string;
  readonly heldClass: string | null;
}

/** An application with its verdict and rank, and whose it is. */
export interface JudgedRow extends ToDecide {
  readonly id: string;
  readonly person: string;
}

interface StoredVerdict {
  readonly id: string;
  readonly person: string;
  readonly application_no: string;
  readonly status: ApplicationStatus;
  readonly codes: readonly Shortcoming[];
  readonly superseded_by: string;
  readonly hpr: HprCheck | '';
  readonly tier: Tier | null;
  readonly total: number | null;
  readonly lottery_number: string | null;
}

const verdictOf = ({ status, codes, superseded_by, hpr, tier }: StoredVerdict): Verdict => {
  switch (status) {
    case 'SUPERSEDED':
      return { status, by: superseded_by };
    case 'NOT_QUALIFIED':
    case 'NEEDS_MORE':
      return { status, codes };
    case 'QUALIFIED':
      return { status, ...(hpr === '' ? {} : { hpr }), ...(tier === null ? {} : { tier }) };
  }
};

/** The assessments that count. */
const COUNTING = `select a.application, a.assessor, a.score from assessment_v1 a
  left join disqualification_v1 d on d.application = a.application and d.assessor = a.assessor
 where a.intake = $1 and d.assessor is null`;

/** Questions about the applications of an intake, by its code. */
@Injectable()
export class ApplicationQueries {
  constructor(private readonly events: EventStore) {}

  /** What has come in, by application number. */
  async submissions(intake: string): Promise<ReadonlyMap<string, KnownSubmission>> {
    const rows = await this.events.query<KnownSubmission & { readonly application_no: string }>(
      'select id, application_no, fingerprint, submission from application_v1 where intake = $1',
      [intake],
    );
    return new Map(rows.map(({ application_no, ...known }) => [application_no, known]));
  }

  /** All assessments that were given, by application id. */
  assessments(intake: string): Promise<ReadonlyMap<string, readonly Assessment[]>> {
    return this.assessmentsBy('select application, assessor, score from assessment_v1 where intake = $1', intake);
  }

  private async assessmentsBy(sql: string, intake: string): Promise<ReadonlyMap<string, readonly Assessment[]>> {
    const rows = await this.events.query<Assessment & { readonly application: string }>(sql, [intake]);
    const given = new Map<string, Assessment[]>();
    for (const { application, assessor, score } of rows) {
      const one = { assessor, score };
      const others = given.get(application);
      if (others) others.push(one);
      else given.set(application, [one]);
    }
    return given;
  }

  /** All applications of an intake with all that their judgement needs: no assessment of whoever is disqualified. */
  async toJudge(intake: string): Promise<readonly ApplicationRow[]> {
    const [rows, assessments] = await Promise.all([
      this.events.query<Omit<ApplicationRow, 'assessments'>>(
        'select id, person, fingerprint, facts, details from application_v1 where intake = $1 order by application_no',
        [intake],
      ),
      this.assessmentsBy(COUNTING, intake),
    ]);
    return rows.map((row) => ({ ...row, assessments: assessments.get(row.id) ?? [] }));
  }

  /** A page of a list, by application number. */
  list(
    intake: string,
    { after, limit, status }: { readonly after: string; readonly limit: number; readonly status?: string },
  ): Promise<ApplicationLine[]> {
    return this.events.query<ApplicationLine>(
      `select id, application_no as "applicationNo", status, facts->>'submittedAt' as "submittedAt",
              held_class as "heldClass"
         from application_v1
        where intake = $1 and application_no collate "C" > $2 and ($3::text is null or status = $3)
        order by application_no collate "C" limit $4`,
      [intake, after, status ?? null, limit],
    );
  }

  /** All applications of an intake as they were judged; none without a verdict. */
  async judged(intake: string): Promise<readonly JudgedRow[]> {
    const rows = await this.events.query<StoredVerdict>(
      `select id, person, application_no, status, codes, superseded_by, hpr, tier, total, lottery_number
         from application_v1 where intake = $1 and status is not null`,
      [intake],
    );
    return rows.map((row) => ({
      id: row.id,
      person: row.person,
      applicationNo: row.application_no,
      verdict: verdictOf(row),
      score: row.total ?? undefined,
      lotteryNumber: row.lottery_number ?? undefined,
    }));
  }

  /** The lines of `decisions.csv`; none before the intake is completed. */
  async decisions(intake: string): Promise<readonly DecisionLine[]> {
    const rows = await this.events.query<{ readonly decision: DecisionLine }>(
      'select decision from application_v1 where intake = $1 and decision is not null',
      [intake],
    );
    return rows.map(({ decision }) => decision);
  }

  /** The lines of `waiting-lists.csv`; none before the intake is completed. */
  waitingLists(intake: string): Promise<WaitingListLine[]> {
    return this.events.query<WaitingListLine>(
      'select class, quota, position, application_no as "applicationNo" from waiting_place_v1 where intake = $1',
      [intake],
    );
  }
}
