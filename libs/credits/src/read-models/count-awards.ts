import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Awards, type CourseCount } from './awards.query';

/** How the course points of every class whose course gives any stand, by class code. */
export class CountAwards extends Query<readonly CourseCount[]> {}

@QueryHandler(CountAwards)
export class CountAwardsHandler implements IQueryHandler<CountAwards> {
  constructor(private readonly awards: Awards) {}

  execute(): Promise<readonly CourseCount[]> {
    return this.awards.counts();
  }
}
