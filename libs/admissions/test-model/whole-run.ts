import { withMessages } from '@kull/http';
import { parseInstant } from '@kull/kernel';
import type { Table } from '@kull/kernel/rule-file';
import { type Allocation, allocateRound } from '../src/domain/allocation';
import { type Answer, afterRound, answerThatCounts, type SettledOffer, settle } from '../src/domain/answers';
import type { ApplicationDecision } from '../src/domain/application-decision';
import { checkRows } from '../src/domain/application-rows';
import type { Assessment } from '../src/domain/assessments';
import { decideApplications, type ToDecide } from '../src/domain/completion';
import { classOfWish, type Field, layOutField } from '../src/domain/field';
import {
  classListsFile,
  decisionsFile,
  type OfferLine,
  offersFile,
  rejectedRowsFile,
  waitingListsFile,
} from '../src/domain/files';
import type { Unassessed } from '../src/domain/ranking';
import { type ApplicationToJudge, type Judged, runRanking } from '../src/domain/ranking-run';
import { type Release, releaseEarmarked } from '../src/domain/release';
import { type Standing, standingAtFirst } from '../src/domain/standing';
import { rowMessages } from '../src/http/row-messages';
import type { IntakeFolder, Row } from './intake-folder';

/** The five files of a run, by name. */
export interface RunFiles {
  readonly rejectedRows: Table;
  readonly decisions: Table;
  readonly offers: Table;
  readonly classLists: Table;
  readonly waitingLists: Table;
}

/** What happened in one round, for the properties that look inside. */
export interface RoundSeen {
  readonly round: number;
  readonly before: Standing;
  readonly allocation: Allocation;
  readonly settled: readonly SettledOffer[];
  readonly after: Standing;
  readonly release?: Release;
}

export interface WholeRun {
  readonly files: RunFiles;
  readonly field: Field;
  readonly judged: readonly Judged[];
  readonly rounds: readonly RoundSeen[];
  readonly decisions: readonly ApplicationDecision[];
}

const groupBy = (rows: readonly Row[], column: string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row[column]!, [...(groups.get(row[column]!) ?? []), row]);
  return groups;
};

const assessmentsOf = (rows: readonly Row[]): Assessment[] =>
  rows.map((row) => ({ assessor: row.assessor!, score: Number(row.score) }));

const answersOf = (rows: readonly Row[]): Answer[] =>
  rows.map((row) => ({
    answer: row.answer as Answer['answer'],
    keepWaiting: row.keep_waiting === 'Y',
    answeredAt: parseInstant(row.answered_at!)!,
  }));

const toDecide = ({ applicationNo, verdict, rank }: Judged): ToDecide => ({
  applicationNo,
  verdict,
  score: rank?.score.total,
  lotteryNumber: rank?.lotteryNumber,
});

/** The pure parts of the domain put together in memory, as the commands put them together through the log. */
export const wholeRun = (folder: IntakeFolder): WholeRun | { readonly tooFew: readonly Unassessed[] } => {
  const { definition } = folder;
  const { takenIn, rejected } = checkRows(folder.applications, definition, { acceptSynthetic: true });
  const register = new Map(folder.register.map((row) => [row.hpr_number!, row]));
  const assessments = groupBy(folder.assessments, 'application_no');
  const answers = groupBy(folder.answers, 'application_no');

  const applications = takenIn.map(({ facts, details }): ApplicationToJudge => {
    const entry = register.get(details.hprNumber);
    return {
      person: details.nationalId.digits,
      birthDate: details.nationalId.birthDate,
      facts,
      hprNumber: details.hprNumber,
      ...(entry && {
        registered: {
          birthDate: entry.birth_date || undefined,
          profession: entry.profession!,
          authorisedFrom: entry.authorised_from || undefined,
          authorisedTo: entry.authorised_to || undefined,
        },
      }),
      assessments: assessmentsOf(assessments.get(facts.applicationNo) ?? []),
    };
  });
  const ranking = runRanking(definition, applications);
  if ('tooFew' in ranking) return ranking;

  const field = layOutField(
    ranking.judged.flatMap(({ rank }, index) => {
      if (!rank) return [];
      const { applicationNo, lotteryNumber, score, tier } = rank;
      const { municipality, wishes } = applications[index]!.facts;
      return [{ applicationNo, municipality, wishes, lotteryNumber, score: score.total, tier }];
    }),
    definition.classes.map(({ code }) => code),
    definition.maxPerMunicipalityPerClass,
  );
  let standing = standingAtFirst(
    field,
    definition.classes.map(({ code, capacity, earmarkedPhysicianPlaces }) => ({
      code,
      earmarked: earmarkedPhysicianPlaces,
      general: capacity - earmarkedPhysicianPlaces,
    })),
  );
  const rounds: RoundSeen[] = [];
  const offers: OfferLine[] = [];
  for (const { round, replyBy } of definition.rounds) {
    let release: Release | undefined;
    if (round === definition.releaseEarmarkedBeforeRound) {
      release = releaseEarmarked(field, standing);
      standing = release.standing;
    }
    const before = standing;
    const allocation = allocateRound(field, before);
    const settled = allocation.offers.map((offer) => {
      const { applicationNo } = field.competitors[offer.competitor]!;
      const given = (answers.get(applicationNo) ?? []).filter((row) => Number(row.round) === round);
      return settle(offer, answerThatCounts(answersOf(given), replyBy));
    });
    standing = afterRound(standing, settled);
    rounds.push({ round, before, allocation, settled, after: standing, ...(release && { release }) });
    for (const { competitor, wishNo, quota, outcome } of settled) {
      const { applicationNo } = field.competitors[competitor]!;
      offers.push({
        round,
        applicationNo,
        class: field.classes[classOfWish(field, competitor, wishNo)]!,
        wishNo,
        quota,
        outcome,
      });
    }
  }
  const decisions = decideApplications(ranking.judged.map(toDecide), field, {
    rounds: rounds.map(({ allocation }) => allocation),
    standing,
  });
  return {
    field,
    judged: ranking.judged,
    rounds,
    decisions,
    files: {
      rejectedRows: rejectedRowsFile(withMessages(rejected, rowMessages, 'nb')),
      decisions: decisionsFile(decisions),
      offers: offersFile(offers),
      classLists: classListsFile(
        decisions.flatMap(({ applicationNo, place }) => (place ? [{ applicationNo, ...place }] : [])),
      ),
      waitingLists: waitingListsFile(
        decisions.flatMap(({ applicationNo, waiting }) => waiting.map((place) => ({ applicationNo, ...place }))),
      ),
    },
  };
};
