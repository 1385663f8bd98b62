import { ListApplicants } from '@kull/admissions';
import { ListStandings } from '@kull/attendance';
import type { ClassReach } from '@kull/http';
import { People } from '@kull/people';
import { ListStudents } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Directory, directoryOf } from './directory';
import { within } from './within';

/** Asks each context whom it knows, and `people` for the names. */
@Injectable()
export class Directories {
  constructor(
    private readonly queries: QueryBus,
    private readonly people: People,
  ) {}

  async get(reach: ClassReach): Promise<Directory> {
    const [allStudents, allApplicants, standings] = await Promise.all([
      this.queries.execute(new ListStudents()),
      this.queries.execute(new ListApplicants()),
      this.queries.execute(new ListStandings()),
    ]);
    const { students, applicants } = within(reach, { students: allStudents, applicants: allApplicants });
    const profiles = await this.people.profiles([...students, ...applicants].map(({ personId }) => personId));
    return directoryOf({ students, applicants, standings, profiles });
  }
}
