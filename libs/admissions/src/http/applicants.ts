import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';

/** Names of applicants as lists have them, `Moe, Anne`, by person; who has been forgotten has none. */
@Injectable()
export class ApplicantNames {
  constructor(private readonly people: People) {}

  async of(persons: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const profiles = await this.people.profiles(persons);
    return new Map([...profiles].map(([id, { familyName, givenNames }]) => [id, `${familyName}, ${givenNames}`]));
  }
}
