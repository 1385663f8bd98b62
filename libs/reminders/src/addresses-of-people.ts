import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { type Addressee, Addresses } from './addresses';
import type { Recipient } from './domain/occasion';

/** Where the office reads its mail. */
export interface Office {
  readonly name: string;
  readonly email?: string;
}

/** Persons as `people` knows them, and the office. */
@Injectable()
export class AddressesOfPeople extends Addresses {
  constructor(
    private readonly people: People,
    private readonly office: Office,
  ) {
    super();
  }

  async of(recipient: Recipient): Promise<Addressee | undefined> {
    switch (recipient.kind) {
      case 'office':
        return { ...this.office, language: 'nb' };
      case 'staff':
        return { name: recipient.code, language: 'nb' };
      case 'person': {
        const profile = (await this.people.profiles([recipient.personId])).get(recipient.personId);
        if (!profile) return undefined;
        const { givenNames, familyName, language, email, phone } = profile;
        return { name: `${givenNames} ${familyName}`, givenNames, language, email, phone };
      }
    }
  }
}
