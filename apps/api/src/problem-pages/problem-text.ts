import type { Said } from '@kull/http';

/** What a page about a problem says: what happened, and what to do. */
export interface ProblemText {
  readonly title: Said;
  readonly todo: Said;
}
