import type { Caller } from '@kull/http';
import { People, Reads } from '@kull/people';
import { Injectable } from '@nestjs/common';

/** Names of applicants as lists have them, `Moe, Anne`, by person; who has been forgotten has none. */
@Injectable()
export class ApplicantNames {
  constructor(
    private readonly people: People,
    private readonly reads: Reads,
  ) {}

  /** Noted as read by the caller. */
  async of(caller: Caller, operation: string, persons: readonly string[]): Promise<ReadonlyMap<string, string>> {
    await this.reads.note(caller, operation, persons);
    const profiles = await this.people.profiles(persons);
    return new Map([...profiles].map(([id, { familyName, givenNames }]) => [id, `${familyName}, ${givenNames}`]));
  }
}
