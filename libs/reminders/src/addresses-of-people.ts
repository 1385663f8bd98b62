import type { Sealed } from '@kull/event-store';
import { emailBeforePurpose, People, StaffDirectory } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { type Addressee, Addresses } from './addresses';
import type { Recipient } from './domain/occasion';

/** Where the office reads its mail. */
export interface Office {
  readonly name: string;
  readonly email?: string;
}

/** Persons and staff as `people` knows them, and the office. An address that is known not to work is none. */
@Injectable()
export class AddressesOfPeople extends Addresses {
  constructor(
    private readonly people: People,
    private readonly staff: StaffDirectory,
    private readonly office: Office,
  ) {
    super();
  }

  async former(personId: string, before: Sealed) {
    const [profiles, [email]] = await Promise.all([
      this.people.profiles([personId]),
      this.people.open<string>([{ sealed: before, purpose: emailBeforePurpose }]),
    ]);
    const profile = profiles.get(personId);
    if (!profile || email === undefined) return undefined;
    const { givenNames, familyName, language } = profile;
    return { name: `${givenNames} ${familyName}`.trim(), givenNames, language, email };
  }

  async of(recipient: Recipient): Promise<Addressee | undefined> {
    switch (recipient.kind) {
      case 'office':
        return { ...this.office, language: 'nb' };
      case 'staff': {
        const member = (await this.staff.members([recipient.code])).get(recipient.code);
        // Somebody of whom only the code is known may still be entered.
        return member ?? { name: recipient.code, language: 'nb' };
      }
      case 'person': {
        const profile = (await this.people.profiles([recipient.personId])).get(recipient.personId);
        if (!profile) return undefined;
        const { givenNames, familyName, language, phone, email, emailFault } = profile;
        const reached = { name: `${givenNames} ${familyName}`, givenNames, language, phone };
        if (email === undefined || emailFault) return reached;
        return { ...reached, email, emailFingerprint: this.people.fingerprint(email) };
      }
    }
  }
}
