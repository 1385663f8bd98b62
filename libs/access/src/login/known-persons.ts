import { Clock } from '@kull/kernel';
import { People } from '@kull/people';
import { type NationalIdPolicy, parseNationalId } from '@kull/people/national-id';
import { Inject, Injectable } from '@nestjs/common';
import { Newcomers } from '../newcomers';
import type { Identity } from './open-id-login';

/** The token under which the module says whose national ids are taken for a person's. */
export const LOGIN_NATIONAL_IDS = Symbol('national ids at the log-in');

/** Who somebody is that logs in with a national id. */
@Injectable()
export class KnownPersons {
  constructor(
    private readonly people: People,
    private readonly newcomers: Newcomers,
    private readonly clock: Clock,
    @Inject(LOGIN_NATIONAL_IDS) private readonly policy: NationalIdPolicy,
  ) {}

  /**
   * Who has that national id. Somebody who was never here is made known by what the log-in says of them, while there is
   * something to apply to: what they do from then on is theirs. Undefined: not let in.
   */
  async of({ name, familyName = '', givenNames = '' }: Identity): Promise<string | undefined> {
    const known = await this.people.withNationalId(name);
    if (known) return known;
    const nationalId = parseNationalId(name, this.policy);
    if (!nationalId || !(await this.newcomers.areWelcome())) return undefined;
    const { digits, birthDate } = nationalId;
    const person = { nationalId: digits, birthDate, familyName, givenNames, asOf: this.clock.now() };
    const [personId] = await this.people.register([person]);
    return personId;
  }
}
