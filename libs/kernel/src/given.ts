import { type Command, type Decider, type DomainEvent, fold, isRejected, type Rejection } from './decider';

/**
 * Tests of deciders that read as sentences:
 * `given(register)(opened).when(command).then(recorded)` or `.rejectedAs({ code: '…' })`.
 */
export const given =
  <S, C extends Command, E extends DomainEvent, R extends Rejection>(decider: Decider<S, C, E, R>) =>
  (...history: readonly E[]) => ({
    when(command: C) {
      const decision = decider.decide(fold(decider, history), command);
      return {
        /** Exactly these events happened. */
        // biome-ignore lint/suspicious/noThenProperty: the word of given/when/then; nobody awaits this object.
        then(...expected: readonly E[]): void {
          expect(decision).toEqual({ events: expected });
        },
        /** Nothing happened, and nothing was refused. */
        thenNothing(): void {
          expect(decision).toEqual({ events: [] });
        },
        /** The command was refused, and this is why. */
        rejectedAs(expected: R): void {
          expect(decision).toEqual({ rejected: expected });
        },
        /** The state afterwards, for what the events alone do not say. */
        state(): S {
          if (isRejected(decision)) throw new Error(`refused: ${decision.rejected.code}`);
          return fold(decider, [...history, ...decision.events]);
        },
      };
    },
  });
