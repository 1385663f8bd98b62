import { type CommandContext, EventStore, type Order } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { registerIdOf } from '../domain/ids';
import type { GivenMark, ObservedMark } from '../domain/mark';
import { answerOf, type MarkAnswer, type SortedMark, sortMarks } from '../domain/mark-answers';
import { register } from '../domain/register';
import { Registers } from '../registers';
import { type ClassRoll, Rolls } from '../rolls';

export type RecordMarksOutcome =
  /** One answer per mark, in the order given. */
  { readonly answers: readonly MarkAnswer[] } | { readonly rejected: Rejection<'CLASS_NOT_PLANNED'> };

/**
 * Records marks of one class, each for itself: one that cannot be taken never stops the others, and the same mark again
 * is a success that changes nothing (W14). The instant of the context is now.
 */
export class RecordMarks extends Command<RecordMarksOutcome> {
  constructor(
    readonly classId: string,
    readonly marks: readonly GivenMark[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordMarks)
export class RecordMarksHandler implements ICommandHandler<RecordMarks> {
  constructor(
    private readonly events: EventStore,
    private readonly rolls: Rolls,
    private readonly registers: Registers,
  ) {}

  async execute({ classId, marks, context }: RecordMarks): Promise<RecordMarksOutcome> {
    const roll = await this.rolls.of(classId);
    if (!roll) return { rejected: { code: 'CLASS_NOT_PLANNED' } };

    const { occurredAt: now } = context;
    const named = new Set(marks.map(({ session }) => session));
    const before = await this.registers.sync(roll, context, named);
    const judged = await this.judgedElsewhere(roll, [...before.keys()]);
    const judgedIn = (session: string): readonly string[] => judged.get(session) ?? [];
    const sorted = sortMarks(marks, before, judgedIn, now);
    const orders = [...before.keys()].flatMap((session) => orderOf(classId, session, sorted, judgedIn(session), now));
    for (const outcome of await this.events.executeEach(orders, context))
      if ('rejected' in outcome) throw new Error(`marks were refused as a whole: ${outcome.rejected.code}`);

    const after = orders.length === 0 ? before : await this.registers.opened(classId, [...before.keys()]);
    const answers = sorted.map((one) => answerOf(one, after, { now, judged: judgedIn(one.given.session) }));
    return { answers: await this.withOtherClasses(roll, sorted, answers) };
  }

  private async judgedElsewhere(roll: ClassRoll, sessions: readonly string[]) {
    const judged = await Promise.all(sessions.map((session) => this.rolls.judgedElsewhere(roll, session)));
    return new Map(sessions.map((session, i) => [session, judged[i]!] as const));
  }

  /** Says of a student who is not expected here in which class of the cohort they are. */
  private async withOtherClasses(
    roll: ClassRoll,
    sorted: readonly SortedMark[],
    answers: readonly MarkAnswer[],
  ): Promise<readonly MarkAnswer[]> {
    const isUnknown = (answer: MarkAnswer): boolean =>
      answer.status === 'rejected' && answer.code === 'UNKNOWN_STUDENT';
    const unknown = new Set(sorted.flatMap(({ given }, i) => (isUnknown(answers[i]!) ? [given.studentNo] : [])));
    const found = await this.rolls.classesWith(roll, unknown);
    return answers.map((answer, i) => {
      const otherClass = isUnknown(answer) ? found.get(sorted[i]!.given.studentNo) : undefined;
      return otherClass ? { id: answer.id, status: 'rejected', code: 'OTHER_CLASS', otherClass } : answer;
    });
  }
}

/**
 * The new marks of one session as one command. Its id is made from theirs: a mark is stored once, so a command that
 * comes again with the same ones has been carried out.
 */
const orderOf = (
  classId: string,
  session: string,
  sorted: readonly SortedMark[],
  judged: readonly string[],
  now: string,
): readonly Order[] => {
  const marks = sorted.flatMap(({ given, place, mark }): ObservedMark[] =>
    given.session === session && place === 'new' && mark ? [mark] : [],
  );
  if (marks.length === 0) return [];
  const id = registerIdOf(classId, session);
  const occurredAt = marks.map(({ observedAt }) => observedAt).reduce((one, other) => (one < other ? one : other));
  return [
    {
      decider: register,
      id,
      command: { type: 'RecordMarks', data: { marks, now, judged } },
      commandId: uuidOf('RecordMarks', id, ...marks.map((mark) => mark.id)),
      occurredAt,
    },
  ];
};
