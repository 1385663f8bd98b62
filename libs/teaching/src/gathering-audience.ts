import { EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import type { PlannedClass } from './domain/class.state';
import { enrolment } from './domain/enrolment';
import type { Enrolled } from './domain/enrolment.state';
import { enrolmentIdOf } from './domain/ids';
import type { Attendee } from './domain/told-of-change';
import { Classes } from './read-models/classes.query';

type Expected = Pick<Attendee, 'role' | 'periods' | 'leaves'> & { readonly enrolled: Enrolled };

/** Who is expected at a gathering, and in which language they are written to. */
@Injectable()
export class GatheringAudience {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly classes: Classes,
  ) {}

  /** The students of the class, and the guests of the gathering. */
  async of(classId: string, { guests }: PlannedClass, gathering: number): Promise<readonly Attendee[]> {
    const students = (await this.classes.studentNumbers(classId)).map((studentNo) => enrolmentIdOf(classId, studentNo));
    const seats = guests
      .filter((guest) => guest.gathering === gathering)
      .map(({ homeClassId, studentNo }) => enrolmentIdOf(homeClassId, studentNo));
    const expected = [
      ...(await this.enrolled(students)).map((enrolled): Expected => {
        const { periods, leaves } = enrolled;
        return { role: 'student', periods, leaves, enrolled };
      }),
      ...(await this.enrolled(seats)).map((enrolled): Expected => ({ role: 'guest', enrolled })),
    ];
    const profiles = await this.people.profiles(expected.map(({ enrolled }) => enrolled.personId));
    return expected.map(({ enrolled, ...attendee }) => {
      const profile = profiles.get(enrolled.personId);
      const language = profile && { language: profile.language };
      return { studentNo: enrolled.studentNo, ...attendee, ...language, hasEmail: profile?.email !== undefined };
    });
  }

  private async enrolled(ids: readonly string[]): Promise<readonly Enrolled[]> {
    const loaded = await this.events.loadEach(enrolment, ids);
    return loaded.flatMap(({ state }) => (state.status === 'none' ? [] : [state]));
  }
}
