import { ListApplicants } from '@kull/admissions';
import type { ClassReach } from '@kull/http';
import { ListStudents } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { within } from '../persons/within';
import type { PersonOfRow, ShownList } from './list-file.dto';

/** The persons of a list, or the first row about somebody whom the caller does not reach. */
export type FoundPersons = { readonly persons: readonly string[] } | { readonly unknownAt: number };

/** Finds whom the rows of a list are about, so that the reading of them can be noted. */
@Injectable()
export class RowsPersons {
  constructor(private readonly queries: QueryBus) {}

  async of(rows: ShownList['rows'], reach: ClassReach): Promise<FoundPersons> {
    if (rows.every(({ person }) => person === undefined)) return { persons: [] };
    const [allStudents, allApplicants] = await Promise.all([
      this.queries.execute(new ListStudents()),
      this.queries.execute(new ListApplicants()),
    ]);
    const { students, applicants } = within(reach, { students: allStudents, applicants: allApplicants });
    const known = new Set([...students, ...applicants].map(({ personId }) => personId));
    const byApplication = new Map(applicants.map(({ applicationId, personId }) => [applicationId, personId]));
    const byNumber = new Map(students.map(({ classId, studentNo, personId }) => [`${classId} ${studentNo}`, personId]));
    // A course goes along with the student into another class (I-27): the number alone says who it is, of one person.
    const ofNumber = (studentNo: string): string | undefined => {
      const ids = new Set(students.filter((one) => one.studentNo === studentNo).map(({ personId }) => personId));
      return ids.size === 1 ? [...ids][0] : undefined;
    };
    const idOf = (person: PersonOfRow): string | undefined => {
      if ('applicationId' in person) return byApplication.get(person.applicationId);
      if ('studentNo' in person) {
        return byNumber.get(`${person.classId} ${person.studentNo}`) ?? ofNumber(person.studentNo);
      }
      return known.has(person.personId) ? person.personId : undefined;
    };
    const persons = new Set<string>();
    for (const [at, { person }] of rows.entries()) {
      if (!person) continue;
      const id = idOf(person);
      if (id === undefined) return { unknownAt: at };
      persons.add(id);
    }
    return { persons: [...persons] };
  }
}
