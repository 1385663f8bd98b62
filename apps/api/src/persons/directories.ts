import { ListApplicants } from '@kull/admissions';
import { ListStandings } from '@kull/attendance';
import { People } from '@kull/people';
import { ListStudents } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Directory, directoryOf } from './directory';

/** Asks each context whom it knows, and `people` for the names. */
@Injectable()
export class Directories {
  constructor(
    private readonly queries: QueryBus,
    private readonly people: People,
  ) {}

  async get(): Promise<Directory> {
    const [students, applicants, standings] = await Promise.all([
      this.queries.execute(new ListStudents()),
      this.queries.execute(new ListApplicants()),
      this.queries.execute(new ListStandings()),
    ]);
    const profiles = await this.people.profiles([...students, ...applicants].map(({ personId }) => personId));
    return directoryOf({ students, applicants, standings, profiles });
  }
}
