import type { Sealed } from '@kull/event-store/contracts';
import {
  accept,
  addDays,
  type Command,
  type Decider,
  type Decision,
  deadlineInWeeks,
  type LocalDate,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import type { AppealDecided, AppealEvent, AppealFiled, AppealOutcome } from './appeal.events';
import type { Application } from './application.state';
import { appealWeeks } from './intake-definition';

/** The decision that is appealed: when it was there to be read, and until when that alone allows an appeal. */
export interface AppealableDecision {
  readonly intake: string;
  readonly applicationNo: string;
  readonly personId: string;
  readonly availableOn: LocalDate;
  readonly appealBy: LocalDate;
}

/** What of an application can be appealed; nothing before it is decided. */
export const appealableDecision = (application: Application): AppealableDecision | undefined => {
  if (application.status !== 'decided') return undefined;
  const { intake, applicationNo, personId, availableOn, appealBy } = application.decision;
  return { intake, applicationNo, personId, availableOn, appealBy };
};

interface AboutDecision {
  /** Absent: the application is not decided. */
  readonly decision?: AppealableDecision;
  readonly on: LocalDate;
}

export type MakeDecisionKnown = Command<'MakeDecisionKnown', AboutDecision>;
export type GiveReasons = Command<
  'GiveReasons',
  AboutDecision & { readonly text: Sealed; readonly fingerprint: string }
>;
export type FileAppeal = Command<'FileAppeal', AboutDecision & { readonly text: Sealed; readonly fingerprint: string }>;

/** `notBy`: who scored the application or decided it, and so may not decide the appeal (I-20). */
export type DecideAppeal = Command<
  'DecideAppeal',
  {
    readonly on: LocalDate;
    readonly by: string;
    readonly notBy: readonly string[];
    readonly outcome: AppealOutcome;
    readonly reasons: Sealed;
  }
>;

export type AppealCommand = MakeDecisionKnown | GiveReasons | FileAppeal | DecideAppeal;

/**
 * - `NOT_DECIDED`: there is nothing to appeal yet.
 * - `APPEAL_TOO_LATE`: after the last day, which is told.
 * - `ALREADY_APPEALED`: one appeal is being handled, or was; it says something else.
 * - `NOT_APPEALED`: there is no appeal to decide.
 * - `OWN_DECISION`: nobody decides an appeal on what they scored or decided themselves (I-20).
 * - `APPEAL_ALREADY_DECIDED`: it has an end, or has been forwarded before.
 * - `NOT_FORWARDED`: only the board dismisses, and it has what was forwarded.
 */
export type AppealRejection =
  | Rejection<
      'NOT_DECIDED' | 'ALREADY_APPEALED' | 'NOT_APPEALED' | 'OWN_DECISION' | 'APPEAL_ALREADY_DECIDED' | 'NOT_FORWARDED'
    >
  | (Rejection<'APPEAL_TOO_LATE'> & { readonly appealBy: LocalDate });

/** What has happened after a decision. */
export interface Appeal {
  /** The day from which the decision is known to have been accessible. */
  readonly knownOn?: LocalDate;
  /** The last day of the latest period that was opened. */
  readonly appealBy?: LocalDate;
  readonly reasons: readonly string[];
  readonly filed?: AppealFiled['data'];
  readonly decisions: readonly AppealDecided['data'][];
}

type AppealAnswer = Decision<AppealEvent, AppealRejection>;

const refuse = (code: Exclude<AppealRejection['code'], 'APPEAL_TOO_LATE'>) => reject<AppealRejection>({ code });

/** Three weeks from the day, that is on the same weekday, or on the next working day after it (I-18). */
export const appealDeadline = (from: LocalDate): LocalDate => deadlineInWeeks(from, appealWeeks);

/** Decisions that are made known later than this were made long ago, somewhere else: history is taken in. */
export const NEWS_DAYS = 31;

/**
 * The day from which applicants have access to decisions that the rules date `availableOn`, when the office ends the
 * intake later; undefined: not later, or so much later that they have had their answer elsewhere.
 */
export const knownLater = (availableOn: LocalDate, completedOn: LocalDate): LocalDate | undefined =>
  completedOn > availableOn && completedOn <= addDays(availableOn, NEWS_DAYS) ? completedOn : undefined;

const later = (one: LocalDate, other: LocalDate | undefined): LocalDate =>
  other !== undefined && other > one ? other : one;

/** The last day on which the decision can be appealed: no period that was opened is ever shortened by another. */
export const appealBy = (
  { appealBy: opened }: Pick<Appeal, 'appealBy'>,
  decision: Pick<AppealableDecision, 'appealBy'>,
): LocalDate => later(decision.appealBy, opened);

const namesOf = ({ intake, applicationNo, personId }: AppealableDecision) => ({ intake, applicationNo, personId });

const makeKnown = (state: Appeal, { data: { decision, on } }: MakeDecisionKnown): AppealAnswer => {
  if (!decision) return refuse('NOT_DECIDED');
  if (state.knownOn !== undefined) return nothing;
  const known = later(decision.availableOn, on);
  return accept({
    type: 'DecisionMadeKnown',
    data: { ...namesOf(decision), on: known, appealBy: appealDeadline(known) },
  });
};

const giveReasons = (state: Appeal, { data: { decision, on, text, fingerprint } }: GiveReasons): AppealAnswer => {
  if (!decision) return refuse('NOT_DECIDED');
  if (state.reasons.includes(fingerprint)) return nothing;
  const data = { ...namesOf(decision), on, appealBy: appealDeadline(on), text, fingerprint };
  return accept({ type: 'ReasonsGiven', data });
};

const file = (state: Appeal, { data: { decision, on, text, fingerprint } }: FileAppeal): AppealAnswer => {
  if (!decision) return refuse('NOT_DECIDED');
  if (state.filed) return state.filed.fingerprint === fingerprint ? nothing : refuse('ALREADY_APPEALED');
  const last = appealBy(state, decision);
  if (on > last) return reject({ code: 'APPEAL_TOO_LATE', appealBy: last });
  return accept({ type: 'AppealFiled', data: { ...namesOf(decision), on, text, fingerprint } });
};

const decideAppeal = (
  { filed, decisions }: Appeal,
  { data: { on, by, notBy, outcome, reasons } }: DecideAppeal,
): AppealAnswer => {
  if (!filed) return refuse('NOT_APPEALED');
  if (notBy.includes(by)) return refuse('OWN_DECISION');
  const last = decisions.at(-1)?.outcome;
  if (last === 'UPHELD' || last === 'DISMISSED' || last === outcome) return refuse('APPEAL_ALREADY_DECIDED');
  if (outcome === 'DISMISSED' && last !== 'FORWARDED') return refuse('NOT_FORWARDED');
  const { intake, applicationNo, personId } = filed;
  return accept({ type: 'AppealDecided', data: { intake, applicationNo, personId, on, outcome, reasons } });
};

const decide = (state: Appeal, command: AppealCommand): AppealAnswer => {
  switch (command.type) {
    case 'MakeDecisionKnown':
      return makeKnown(state, command);
    case 'GiveReasons':
      return giveReasons(state, command);
    case 'FileAppeal':
      return file(state, command);
    case 'DecideAppeal':
      return decideAppeal(state, command);
  }
};

const evolve = (state: Appeal, event: AppealEvent): Appeal => {
  switch (event.type) {
    case 'DecisionMadeKnown':
      return { ...state, knownOn: event.data.on, appealBy: later(event.data.appealBy, state.appealBy) };
    case 'ReasonsGiven':
      return {
        ...state,
        appealBy: later(event.data.appealBy, state.appealBy),
        reasons: [...state.reasons, event.data.fingerprint],
      };
    case 'AppealFiled':
      return { ...state, filed: event.data };
    case 'AppealDecided':
      return { ...state, decisions: [...state.decisions, event.data] };
  }
};

/** What happens after a decision: it is made known, reasons are given, it is appealed, the appeal is decided. */
export const appeal: Decider<Appeal, AppealCommand, AppealEvent, AppealRejection> = {
  category: 'appeal',
  initial: { reasons: [], decisions: [] },
  decide,
  evolve,
};
