import type { Table } from '@kull/kernel/rule-file';
import type { OfferOutcome } from './answers';
import type { ApplicationDecision, OfferMadeToApplicant } from './application-decision';
import type { RejectedRow } from './application-rows';
import { scoreText } from './assessments';
import type { Quota } from './quota';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `rejected-rows.csv` (selection.md 7); what is said of a row is the caller's. */
export const rejectedRowsFile = (rejected: readonly (RejectedRow & { readonly message: string })[]): Table => ({
  columns: ['file', 'row', 'application_no', 'code', 'message'],
  rows: [...rejected]
    .sort((a, b) => a.row - b.row)
    .map(({ row, applicationNo, code, message }) => ['applications.csv', String(row), applicationNo, code, message]),
});

/** What `decisions.csv` tells of an application. */
export type DecisionLine = Pick<
  ApplicationDecision,
  'applicationNo' | 'status' | 'codes' | 'score' | 'lotteryNumber' | 'verifiedPhysician' | 'tier'
>;

/** `decisions.csv` (selection.md 7). */
export const decisionsFile = (decisions: readonly DecisionLine[]): Table => ({
  columns: ['application_no', 'status', 'codes', 'score', 'lottery_number', 'verified_physician', 'tier'],
  rows: [...decisions]
    .sort((a, b) => byText(a.applicationNo, b.applicationNo))
    .map(({ applicationNo, status, codes, score, lotteryNumber, verifiedPhysician, tier }) => [
      applicationNo,
      status,
      codes.join(','),
      score === undefined ? '' : scoreText(score),
      lotteryNumber ?? '',
      verifiedPhysician ? 'Y' : 'N',
      tier === undefined ? '' : String(tier),
    ]),
});

/** What `offers.csv` tells of an offer; one that is not settled yet has no outcome. */
export interface OfferLine extends OfferMadeToApplicant {
  readonly applicationNo: string;
  readonly outcome?: OfferOutcome;
}

/** `offers.csv` (selection.md 7). */
export const offersFile = (offers: readonly OfferLine[]): Table => ({
  columns: ['round', 'application_no', 'class', 'quota', 'wish_no', 'outcome'],
  rows: [...offers]
    .sort((a, b) => a.round - b.round || byText(a.applicationNo, b.applicationNo))
    .map((offer) => [
      String(offer.round),
      offer.applicationNo,
      offer.class,
      offer.quota,
      String(offer.wishNo),
      offer.outcome ?? '',
    ]),
});

/** What `class-lists.csv` tells of a held place. */
export interface ClassListLine {
  readonly class: string;
  readonly applicationNo: string;
  readonly quota: Quota;
}

/** `class-lists.csv` (selection.md 7). */
export const classListsFile = (places: readonly ClassListLine[]): Table => ({
  columns: ['class', 'application_no', 'quota'],
  rows: [...places]
    .sort((a, b) => byText(a.class, b.class) || byText(a.applicationNo, b.applicationNo))
    .map((place) => [place.class, place.applicationNo, place.quota]),
});

/** What `waiting-lists.csv` tells of a position. */
export interface WaitingListLine extends ClassListLine {
  readonly position: number;
}

/** `waiting-lists.csv` (selection.md 7). */
export const waitingListsFile = (positions: readonly WaitingListLine[]): Table => ({
  columns: ['class', 'quota', 'position', 'application_no'],
  rows: [...positions]
    .sort((a, b) => byText(a.class, b.class) || byText(a.quota, b.quota) || a.position - b.position)
    .map((place) => [place.class, place.quota, String(place.position), place.applicationNo]),
});
