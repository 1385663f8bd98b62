import type { Sealed } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { People, type PersonToRegister } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { type Particulars, particularsPurpose } from './contracts';
import type { PlannedClass } from './domain/class.state';
import { intakeOf } from './domain/class-plan';
import type { EnrolStudent } from './domain/enrolment';
import type { Participant } from './domain/participant-rows';

/** A participant and the keyed fingerprint of what the class list says of them. */
export interface Fingerprinted extends Participant {
  readonly fingerprint: string;
}

/** The class that participants enrol in. `ceiling`: what its places are counted against. */
export type Entered = Pick<PlannedClass, 'plan' | 'ceiling'> & { readonly classId: string };

const particularsOf = ({ familyName, givenNames, birthDate, language, hprNumber }: Participant): Particulars => ({
  familyName,
  givenNames,
  birthDate,
  language,
  ...(hprNumber !== undefined && { hprNumber }),
});

const personOf = (participant: Participant, asOf: Instant): PersonToRegister => {
  const { nationalId, email, phone } = participant;
  return { ...particularsOf(participant), nationalId, email, phone, asOf };
};

/** Makes enrolments of participants: what is personal goes to `people`, and is sealed for the event. */
@Injectable()
export class ParticipantEnrolments {
  constructor(private readonly people: People) {}

  fingerprinted(participant: Participant): Fingerprinted {
    const { row: _, ...said } = participant;
    return { ...participant, fingerprint: this.people.fingerprint(said) };
  }

  /** `asOf`: when the list was true; of two that differ on a person, the later is believed. */
  async of(
    { classId, plan, ceiling }: Entered,
    participants: readonly Fingerprinted[],
    asOf: Instant,
  ): Promise<EnrolStudent['data'][]> {
    const personIds = await this.people.register(participants.map((participant) => personOf(participant, asOf)));
    const particulars = await this.people.seal(
      participants.map((participant, at) => ({
        person: personIds[at]!,
        purpose: particularsPurpose,
        value: particularsOf(participant),
      })),
    );
    return participants.map(({ studentNo, participantStatus, fingerprint }, at) => ({
      classId,
      classCode: plan.code,
      programme: plan.programme.code,
      intake: intakeOf(plan),
      personId: personIds[at]!,
      studentNo,
      participantStatus,
      particulars: particulars[at] as Sealed,
      fingerprint,
      capacity: ceiling,
    }));
  }
}
