import type { Instant } from '@kull/kernel';

/** An answer to an appeal, as the appellant is told of it; `PLACE`: the place that being upheld led to. */
export interface AppealAnswerToTell {
  readonly appealId: string;
  /** `1` and `2` for what was decided, `PLACE` for the place. */
  readonly version: string;
  readonly personId: string;
  readonly intake: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly outcome: 'UPHELD' | 'FORWARDED' | 'DISMISSED' | 'PLACE';
  /** The class of the place. */
  readonly class?: string;
  readonly at: Instant;
  /** Where it is read, under the address of the service, with the birth date. */
  readonly decisionPath: string;
}

/** Other contexts' way to what came of appeals (a Nest provider under this token). */
export abstract class AppealDirectory {
  /** All answers to these appeals, in the order in which they were given. */
  abstract answersTo(appealIds: readonly string[]): Promise<readonly AppealAnswerToTell[]>;
}
