import type { Rejection } from '@kull/kernel';

/** What came of a command that concerns a whole intake: what was done, or why nothing was. */
export type Result<T, R extends Rejection> = { readonly done: T } | { readonly rejected: R };

/** No such round in the intake. */
export type RoundUnknown = Rejection<'ROUND_UNKNOWN'>;
