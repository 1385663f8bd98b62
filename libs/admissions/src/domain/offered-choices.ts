import type { Answer } from './answers';

/** An answer that makes sense, and the better wishes that somebody who gives it goes on waiting for. */
export interface OfferedChoice extends Pick<Answer, 'answer' | 'keepWaiting'> {
  readonly waitsFor: readonly string[];
}

/**
 * The answers that make sense to an offer of wish `wishNo` (selection.md 5): whoever waits on waits for the better wishes
 * only, so with none left there is yes and no alone. A place held from before changes the words, not the answers.
 */
export const choicesFor = (wishNo: number, wishes: readonly string[]): readonly OfferedChoice[] => {
  const better = wishes.slice(0, wishNo - 1);
  const answers = ['ACCEPT', 'DECLINE'] as const;
  return answers.flatMap((answer): readonly OfferedChoice[] => {
    const waitsNot = { answer, keepWaiting: false, waitsFor: [] };
    return better.length === 0 ? [waitsNot] : [{ answer, keepWaiting: true, waitsFor: better }, waitsNot];
  });
};
