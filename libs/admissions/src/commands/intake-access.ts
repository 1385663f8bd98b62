import { type AsOf, type CommandContext, EventStore, type Order } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { ApplicationRejection } from '../domain/application.commands';
import { type IntakeCommand, type IntakeRejection, intake, type OpenedIntake } from '../domain/intake';
import type { IntakeDefinition } from '../domain/intake-definition';
import { type Round, round } from '../domain/round';
import { roundId } from './ids';
import type { Result } from './result';

/** So many applications are written in one transaction; a larger file takes several. */
const APPLICATIONS_AT_A_TIME = 2_000;

/** How often a command looks again when something else came in meanwhile. */
const MAX_ATTEMPTS = 5;

/** Reads and writes an intake together with its applications. */
@Injectable()
export class IntakeAccess {
  constructor(private readonly events: EventStore) {}

  /** The intake as it is now, or undefined when none has been opened under the id. */
  async find(intakeId: string): Promise<OpenedIntake | undefined> {
    const { state } = await this.events.load(intake, intakeId);
    return state.status === 'unopened' ? undefined : state;
  }

  async round(intakeCode: string, number: number): Promise<Round> {
    return (await this.events.load(round, roundId(intakeCode, number))).state;
  }

  /** Whether the round before has been closed; before the first there is none. */
  async previousIsClosed(intakeCode: string, number: number): Promise<boolean> {
    return number === 1 || (await this.round(intakeCode, number - 1)).status === 'closed';
  }

  /** Which rounds had been closed, as of then. */
  async closedRounds({ intake: code, rounds }: IntakeDefinition, asOf: AsOf): Promise<ReadonlySet<number>> {
    const loaded = await this.events.loadAsOf(
      round,
      rounds.map(({ round: number }) => roundId(code, number)),
      asOf,
    );
    return new Set(rounds.filter((_, i) => loaded[i]!.state.status === 'closed').map(({ round: number }) => number));
  }

  /**
   * Writes orders to applications, a part at a time, each part together with an order to the intake: so a ranking sees
   * that something came in, and what has been decided is not changed any more. Without orders the intake's stands alone.
   * `R`: what the applications may refuse that is no matter of the intake's, and is handed on as it is.
   */
  async writeInParts<R extends Rejection = never>(
    intakeId: string,
    orders: readonly Order[],
    toIntake: (part: Part) => IntakeCommand,
    context: CommandContext,
  ): Promise<IntakeRejection | R | undefined> {
    let from = 0;
    let index = 0;
    do {
      const part = orders.slice(from, from + APPLICATIONS_AT_A_TIME);
      from += part.length;
      const command = toIntake({ index: index++, size: part.length, upTo: from, isLast: from === orders.length });
      const commandId = uuidOf(command.type, intakeId, ...part.map((order) => order.commandId!));
      const together = [{ decider: intake, id: intakeId, command, commandId }, ...part];
      const outcome = await this.events.executeTogether(together, context);
      if ('rejected' in outcome) return asSeenFromIntake<R>(outcome.rejected);
    } while (from < orders.length);
    return undefined;
  }

  /** Does the work again when something else came in between looking and writing. */
  async unlessChanged<T, R extends Rejection>(work: () => Promise<Result<T, R>>): Promise<Result<T, R>> {
    let result = await work();
    for (let attempt = 2; attempt <= MAX_ATTEMPTS && isChangedMeanwhile(result); attempt++) result = await work();
    return result;
  }
}

/** What the intake's own order is told about the part of the applications that it goes with. */
export interface Part {
  readonly index: number;
  readonly size: number;
  /** Applications written with this part and those before it. */
  readonly upTo: number;
  readonly isLast: boolean;
}

/** An application that refuses because it was changed, or has offers, says so of the whole intake. */
const saidByApplication: ReadonlyMap<string, IntakeRejection['code']> = new Map<
  ApplicationRejection['code'],
  IntakeRejection['code']
>([
  ['OFFERS_MADE', 'INTAKE_DECIDED'],
  ['APPLICATION_CHANGED', 'CHANGED_MEANWHILE'],
  ['APPLICATION_UNKNOWN', 'CHANGED_MEANWHILE'],
]);

const asSeenFromIntake = <R extends Rejection>(rejected: Rejection): IntakeRejection | R => {
  const code = saidByApplication.get(rejected.code);
  return code ? { code } : (rejected as IntakeRejection | R);
};

const isChangedMeanwhile = (result: Result<unknown, Rejection>): boolean =>
  'rejected' in result && result.rejected.code === 'CHANGED_MEANWHILE';
