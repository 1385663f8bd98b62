import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../api/problem';

/** An act on its way: whether it is sent just now, and why the last try did not work. */
export interface Act<Input> {
  readonly isSending: boolean;
  readonly problem: Error | undefined;
  /** True when it was done. */
  run(input: Input): Promise<boolean>;
  forget(): void;
}

/**
 * Changes something through the API once, however often it is tried: `perform` gets a key that stays the same until it
 * has been answered (`Idempotency-Key`). Afterwards screens ask again for what they show.
 */
export const useAct = <Input = void>(perform: (input: Input, key: string) => Promise<unknown>): Act<Input> => {
  const client = useQueryClient();
  const key = useRef<{ readonly of: string; readonly key: string } | undefined>(undefined);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Error | undefined>(undefined);
  const keyOf = (input: Input): string => {
    const of = JSON.stringify(input) ?? '';
    if (key.current?.of !== of) key.current = { of, key: crypto.randomUUID() };
    return key.current.key;
  };
  const run = async (input: Input): Promise<boolean> => {
    setSending(true);
    setProblem(undefined);
    try {
      await perform(input, keyOf(input));
      key.current = undefined;
      return true;
    } catch (error) {
      // A refusal is an answer, and is given again to the same key: the next try is another one.
      if (error instanceof ApiProblem && error.status < 500 && !error.body.retryable) key.current = undefined;
      setProblem(error as Error);
      return false;
    } finally {
      setSending(false);
      void client.invalidateQueries();
    }
  };
  return { isSending, problem, run, forget: () => setProblem(undefined) };
};
