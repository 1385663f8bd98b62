import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { application } from '../domain/application';
import { intake } from '../domain/intake';
import type { RankingComputed } from '../domain/intake.events';
import type { IntakeDefinition } from '../domain/intake-definition';
import type { Unassessed } from '../domain/ranking';
import {
  type ChangedOutcome,
  compareRankings,
  type JudgedToPlace,
  type RankingToCompare,
} from '../domain/ranking-comparison';
import { type ProtocolOfQuota, rankingProtocol } from '../domain/ranking-protocol';
import type { RankingCounts } from '../domain/ranking-run';
import { type Supposition, supposedRanking, supposedRules } from '../domain/what-if';
import { ApplicationQueries } from './applications.query';

/** One run of the ranking of an intake, numbered from 1. */
export interface RankingRunLine {
  readonly run: number;
  readonly at: string;
  readonly actor: string;
  readonly counts: RankingCounts;
}

/** A changed outcome, and whose it is. */
export type ChangedRow = ChangedOutcome & { readonly id: string; readonly person: string };

/** A run as its protocol has it, and the persons whose applications it is about. */
interface RunProtocol {
  readonly run: RankingRunLine;
  readonly quotas: readonly ProtocolOfQuota[];
  readonly persons: readonly string[];
}

/** Questions about the runs of a ranking, and what another one would lead to. */
@Injectable()
export class RankingRunQueries {
  constructor(
    private readonly events: EventStore,
    private readonly applications: ApplicationQueries,
  ) {}

  async runs(intakeId: string): Promise<readonly RankingRunLine[]> {
    const stream = await this.events.readStream(`${intake.category}-${intakeId}`);
    return stream
      .filter(({ type }) => type === 'RankingComputed')
      .map(({ recordedAt, metadata, data }, index) => ({
        run: index + 1,
        at: recordedAt,
        actor: metadata.actor,
        counts: (data as RankingComputed['data']).counts,
      }));
  }

  /** Those whose outcome is another in the later run. Undefined when there is no such run. */
  async compare(
    intakeId: string,
    definition: IntakeDefinition,
    from: number,
    to: number,
  ): Promise<readonly ChangedRow[] | undefined> {
    const runs = await this.runs(intakeId);
    const [before, after] = [runs[from - 1], runs[to - 1]];
    if (!before || !after) return undefined;
    const rows = await this.applications.toJudge(definition.intake);
    const ids = rows.map(({ id }) => id);
    const [were, are] = await Promise.all([
      this.asOf(definition, ids, before.at),
      this.asOf(definition, ids, after.at),
    ]);
    return withOwners(compareRankings(were, are), rows);
  }

  /** One run with the order of each quota as it was known then, and who is in it. Undefined when there is no such run. */
  async protocol(intakeId: string, definition: IntakeDefinition, number: number): Promise<RunProtocol | undefined> {
    const run = (await this.runs(intakeId))[number - 1];
    if (!run) return undefined;
    const rows = await this.applications.toJudge(definition.intake);
    const ids = rows.map(({ id }) => id);
    const quotas = rankingProtocol(await this.asOf(definition, ids, run.at));
    return { run, quotas, persons: rows.map(({ person }) => person) };
  }

  /** What another ranking would lead to, compared with the one that stands. Stores nothing. */
  async suppose(
    definition: IntakeDefinition,
    supposition: Supposition,
  ): Promise<readonly ChangedRow[] | { readonly tooFew: readonly Unassessed[] }> {
    const [rows, judged] = await Promise.all([
      this.applications.toJudge(definition.intake),
      this.applications.judged(definition.intake),
    ]);
    const verdicts = new Map(judged.map(({ applicationNo, verdict }) => [applicationNo, verdict]));
    const applications = rows.flatMap(({ facts, assessments }) => {
      const verdict = verdicts.get(facts.applicationNo);
      return verdict ? [{ facts, assessments, verdict }] : [];
    });
    const now = supposedRanking(definition, applications, {});
    const then = supposedRanking(supposedRules(definition, supposition), applications, supposition);
    if ('tooFew' in now) return now;
    return 'tooFew' in then ? then : withOwners(compareRankings(now, then), rows);
  }

  /** The ranking as it was known at an instant. */
  private async asOf(rules: IntakeDefinition, ids: readonly string[], knownAt: string): Promise<RankingToCompare> {
    const states = await this.events.loadAsOf(application, ids, { knownAt });
    const judged = states.flatMap(({ state }): JudgedToPlace[] => {
      if (state.status === 'none' || state.status === 'received') return [];
      const { applicationNo, municipality, wishes } = state.submitted.facts;
      return [{ applicationNo, municipality, wishes, verdict: state.verdict, rank: state.rank }];
    });
    return { rules, judged };
  }
}

const withOwners = (
  changed: readonly ChangedOutcome[],
  rows: readonly { readonly id: string; readonly person: string; readonly facts: { readonly applicationNo: string } }[],
): readonly ChangedRow[] => {
  const owners = new Map(rows.map(({ facts, id, person }) => [facts.applicationNo, { id, person }]));
  return changed.map((one) => ({ ...one, ...owners.get(one.applicationNo)! }));
};
