import type { Outcome, VersionMismatch } from '@kull/event-store';
import type { DomainEvent, Rejection } from '@kull/kernel';
import { type Said, said } from './language';
import { Problem, type ProblemError } from './problem';

/** How one kind of refusal is said over HTTP. Functions get the rejection with its facts. */
export interface RefusalText<R extends Rejection> {
  readonly status: 400 | 403 | 404 | 409 | 410 | 412 | 422 | 428;
  readonly title: Said;
  readonly detail?: Said | ((rejection: R) => Said);
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
    title: said(
      'Noen andre har endret dette imens',
      'Nokon andre har endra dette imens',
      'Somebody else has changed this meanwhile',
    ),
    detail: said(
      `Hent det på nytt. Gjeldende versjon er ${current}.`,
      `Hent det på nytt. Gjeldande versjon er ${current}.`,
      `Fetch it again. The current version is ${current}.`,
    ),
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
