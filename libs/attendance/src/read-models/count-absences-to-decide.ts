import { ClassDirectory } from '@kull/teaching/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Absences } from './absences.query';

/** How many reports of absence wait for the office. */
export interface AbsencesToDecide {
  readonly classId: string;
  readonly code: string;
  readonly count: number;
}

/** The classes that have reports of absence nobody has decided on, by code. */
export class CountAbsencesToDecide extends Query<readonly AbsencesToDecide[]> {}

@QueryHandler(CountAbsencesToDecide)
export class CountAbsencesToDecideHandler implements IQueryHandler<CountAbsencesToDecide> {
  constructor(
    private readonly absences: Absences,
    private readonly classes: ClassDirectory,
  ) {}

  async execute(): Promise<readonly AbsencesToDecide[]> {
    const counts = await this.absences.toDecide();
    const named = await Promise.all(
      counts.map(async (count) => ({
        ...count,
        code: (await this.classes.find(count.classId))?.plan.code ?? count.classId,
      })),
    );
    return named.sort((one, other) => (one.code < other.code ? -1 : 1));
  }
}
