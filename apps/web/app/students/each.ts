import { send } from '../api/client';
import { ApiProblem } from '../api/problem';

/** What became of one of several orders. */
export interface EachAnswer<T> {
  readonly of: T;
  /** Why it was not done. */
  readonly refused?: string;
}

/**
 * Sends one order after the other: each stands for itself, and what the service refuses does not stop the rest. `key`
 * begins their idempotency keys, so that trying again does nothing twice.
 */
export const sendEach = async <T>(
  all: readonly T[],
  key: string,
  orderOf: (one: T) => { readonly id: string; readonly path: string; readonly json: unknown },
): Promise<readonly EachAnswer<T>[]> => {
  const answers: EachAnswer<T>[] = [];
  for (const one of all) {
    const { id, path, json } = orderOf(one);
    try {
      await send(path, { json, key: `${key}-${id}` });
      answers.push({ of: one });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
      answers.push({ of: one, refused: error.body.title });
    }
  }
  return answers;
};
