import type { Sealed } from '@kull/event-store';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import type { Enrolment } from './domain/enrolment.state';

/** The purposes under which the free text of a departure is sealed. */
export type AwayReasonPurpose = 'StudentTransferred.reason' | 'StudentWithdrawn.reason';

/** Why a student left, in somebody's own words: readable only with the student's key. */
@Injectable()
export class AwayReasons {
  constructor(private readonly people: People) {}

  async sealed(student: Enrolment, purpose: AwayReasonPurpose, reason = ''): Promise<Sealed | undefined> {
    if (student.status === 'none' || reason === '') return undefined;
    const [sealed] = await this.people.seal([{ person: student.personId, purpose, value: reason }]);
    return sealed;
  }
}
