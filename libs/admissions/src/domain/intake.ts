import {
  accept,
  type Command,
  type Decider,
  type Decision,
  isSame,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import type {
  ApplicationsJudged,
  ApplicationsTakenIn,
  AssessmentsTakenIn,
  CompletionCounts,
  HprRegisterTakenIn,
  IntakeEvent,
  Municipality,
  RankingComputed,
} from './intake.events';
import type { IntakeDefinition } from './intake-definition';

/** What the one who orders has seen come in; when more has come in since, the order is refused. */
interface OnBasis {
  readonly basis: number;
}

export type IntakeCommand =
  | Command<'OpenIntake', IntakeDefinition>
  | Command<'TakeInHprRegister', HprRegisterTakenIn['data']>
  | Command<'TakeInMunicipalities', { readonly municipalities: readonly Municipality[] }>
  | Command<'TakeInApplications', ApplicationsTakenIn['data'] & OnBasis>
  | Command<'TakeInAssessments', AssessmentsTakenIn['data'] & OnBasis>
  | Command<'JudgeApplications', ApplicationsJudged['data']>
  | Command<'ComputeRanking', RankingComputed['data']>
  | Command<'ApproveRanking', Record<never, never>>
  | Command<'CompleteIntake', CompletionCounts>;

/**
 * - `INTAKE_UNKNOWN`: no intake has been opened under this code.
 * - `INTAKE_DIFFERS`: the code belongs to an intake with other rules.
 * - `INTAKE_DECIDED`: offers have been made; what they were decided by does not change any more.
 * - `NOT_RANKED`: something came in since the last ranking, or there has been none.
 * - `CHANGED_MEANWHILE`: something else came in since the one who orders looked; look again.
 */
export type IntakeRejection = Rejection<
  'INTAKE_UNKNOWN' | 'INTAKE_DIFFERS' | 'INTAKE_DECIDED' | 'NOT_RANKED' | 'CHANGED_MEANWHILE'
>;

/** An intake that exists. `basis` counts what has come in that a ranking depends on. */
export interface OpenedIntake {
  readonly status: 'open' | 'decided' | 'completed';
  readonly definition: IntakeDefinition;
  readonly basis: number;
  readonly hprRegister?: string;
  readonly judged?: ApplicationsJudged['data'];
  readonly municipalities: readonly Municipality[];
  readonly ranking?: RankingComputed['data'];
  readonly completion?: CompletionCounts;
}

export type Intake = { readonly status: 'unopened' } | OpenedIntake;

/** Whether the last ranking took everything into account that has come in. */
export const isRanked = ({ basis, ranking }: OpenedIntake): boolean => ranking?.basis === basis;

const whileOpen = (state: OpenedIntake, event: IntakeEvent): Decision<IntakeEvent, IntakeRejection> =>
  state.status === 'open' ? accept(event) : reject({ code: 'INTAKE_DECIDED' });

/** A decided intake says that it is decided, whatever was looked at. */
const onBasis = (state: OpenedIntake, basis: number, event: IntakeEvent): Decision<IntakeEvent, IntakeRejection> => {
  if (state.status === 'open' && basis !== state.basis) return reject({ code: 'CHANGED_MEANWHILE' });
  return whileOpen(state, event);
};

const decideOpened = (state: OpenedIntake, command: IntakeCommand): Decision<IntakeEvent, IntakeRejection> => {
  switch (command.type) {
    case 'OpenIntake':
      return isSame(state.definition, command.data) ? nothing : reject({ code: 'INTAKE_DIFFERS' });
    case 'TakeInHprRegister':
      if (state.hprRegister === command.data.fingerprint) return nothing;
      return whileOpen(state, { type: 'HprRegisterTakenIn', data: command.data });
    case 'TakeInMunicipalities':
      if (isSame(state.municipalities, command.data.municipalities)) return nothing;
      return accept({ type: 'MunicipalitiesTakenIn', data: command.data });
    case 'TakeInApplications': {
      const { basis, applications } = command.data;
      return onBasis(state, basis, { type: 'ApplicationsTakenIn', data: { applications } });
    }
    case 'TakeInAssessments': {
      const { basis, applications } = command.data;
      return onBasis(state, basis, { type: 'AssessmentsTakenIn', data: { applications } });
    }
    case 'JudgeApplications': {
      const { basis, applications } = command.data;
      if (state.judged?.basis === basis && state.judged.applications >= applications) return nothing;
      return onBasis(state, basis, { type: 'ApplicationsJudged', data: command.data });
    }
    case 'ComputeRanking':
      if (isSame(state.ranking, command.data)) return nothing;
      return onBasis(state, command.data.basis, { type: 'RankingComputed', data: command.data });
    case 'ApproveRanking':
      if (state.status !== 'open') return nothing;
      if (!isRanked(state)) return reject({ code: 'NOT_RANKED' });
      return accept({ type: 'RankingApproved', data: { basis: state.basis } });
    case 'CompleteIntake':
      if (state.status === 'completed') return nothing;
      if (state.status === 'open') return reject({ code: 'NOT_RANKED' });
      return accept({ type: 'IntakeCompleted', data: command.data });
  }
};

const evolveOpened = (state: OpenedIntake, event: IntakeEvent): OpenedIntake => {
  switch (event.type) {
    case 'IntakeOpened':
      return state;
    case 'ApplicationsJudged':
      return { ...state, judged: event.data };
    case 'HprRegisterTakenIn':
      return { ...state, basis: state.basis + 1, hprRegister: event.data.fingerprint };
    case 'MunicipalitiesTakenIn':
      return { ...state, municipalities: event.data.municipalities };
    case 'ApplicationsTakenIn':
    case 'AssessmentsTakenIn':
      return { ...state, basis: state.basis + 1 };
    case 'RankingComputed':
      return { ...state, ranking: event.data };
    case 'RankingApproved':
      return { ...state, status: 'decided' };
    case 'IntakeCompleted':
      return { ...state, status: 'completed', completion: event.data };
  }
};

/** One intake: opened once by its definition, fed while it is open, decided by one ranking, completed. */
export const intake: Decider<Intake, IntakeCommand, IntakeEvent, IntakeRejection> = {
  category: 'intake',
  initial: { status: 'unopened' },

  decide: (state, command) => {
    if (state.status !== 'unopened') return decideOpened(state, command);
    return command.type === 'OpenIntake'
      ? accept({ type: 'IntakeOpened', data: command.data })
      : reject({ code: 'INTAKE_UNKNOWN' });
  },

  evolve: (state, event) => {
    if (state.status !== 'unopened') return evolveOpened(state, event);
    return event.type === 'IntakeOpened'
      ? { status: 'open', definition: event.data, basis: 0, municipalities: [] }
      : state;
  },
};
