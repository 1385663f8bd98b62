import type { Outcome, VersionMismatch } from '@kull/event-store';
import type { DomainEvent, Rejection } from '@kull/kernel';
import { Problem, type ProblemError } from './problem';

/** How one kind of refusal is said over HTTP. Functions get the rejection with its facts. */
export interface RefusalText<R extends Rejection> {
  readonly status: 400 | 403 | 404 | 409 | 410 | 412 | 422 | 428;
  readonly title: string;
  readonly detail?: string | ((rejection: R) => string);
  readonly errors?: (rejection: R) => readonly ProblemError[];
}

/** One text per rejection code; does not compile while one is missing (style.md rule 3). */
export type ProblemsFor<R extends Rejection> = {
  readonly [Code in R['code']]: RefusalText<Extract<R, Rejection<Code>>>;
};

/** The accepted part of an outcome. */
export type Accepted<E extends DomainEvent> = Extract<Outcome<E, never>, { readonly accepted: unknown }>['accepted'];

const versionMismatch = ({ current }: VersionMismatch): Problem =>
  new Problem({
    status: 412,
    code: 'VERSION_MISMATCH',
    title: 'Noen andre har endret dette imens',
    detail: `Hent det på nytt. Gjeldende versjon er ${current}.`,
    extensions: { currentVersion: current },
  });

const isVersionMismatch = (rejection: Rejection): rejection is VersionMismatch => rejection.code === 'VERSION_MISMATCH';

/** The problem that says this refusal. */
export const problemOf = <R extends Rejection>(rejection: R | VersionMismatch, problems: ProblemsFor<R>): Problem => {
  if (isVersionMismatch(rejection)) return versionMismatch(rejection);
  const text = problems[rejection.code as R['code']] as RefusalText<R>;
  return new Problem({
    status: text.status,
    code: rejection.code,
    title: text.title,
    detail: typeof text.detail === 'function' ? text.detail(rejection) : text.detail,
    errors: text.errors?.(rejection),
  });
};

/** Gives what was accepted, or throws the problem of the refusal. */
export const answer = <E extends DomainEvent, R extends Rejection>(
  outcome: Outcome<E, R>,
  problems: ProblemsFor<R>,
): Accepted<E> => {
  if ('accepted' in outcome) return outcome.accepted;
  throw problemOf(outcome.rejected, problems);
};
