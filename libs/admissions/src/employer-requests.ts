import type { Instant } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import type { BegunDraft } from './domain/draft';
import { type EmployerAddress, employerAddressPurpose } from './domain/draft.events';

/** The link that a leader was sent last, and that has had no answer. */
export interface LastEmployerRequest {
  /** Absent of somebody who has been forgotten. */
  readonly recipient?: EmployerAddress;
  readonly askedAt: Instant;
  readonly validUntil: Instant;
  /** `CHANGED`: it is about another post than the one that is filled in now. */
  readonly state: 'WAITING' | 'EXPIRED' | 'CHANGED';
}

/** Reads whom applicants have asked to confirm. */
@Injectable()
export class EmployerRequests {
  constructor(private readonly people: People) {}

  /** `about`: of the post as it is filled in now. Undefined: nobody has been asked. */
  async last({ requests }: BegunDraft, about: string, now: Instant): Promise<LastEmployerRequest | undefined> {
    const last = requests.at(-1);
    if (!last) return undefined;
    const sealed = [{ sealed: last.recipient, purpose: employerAddressPurpose }];
    const [recipient] = await this.people.open<EmployerAddress>(sealed);
    return {
      ...(recipient && { recipient }),
      askedAt: last.askedAt,
      validUntil: last.validUntil,
      state: last.about !== about ? 'CHANGED' : now <= last.validUntil ? 'WAITING' : 'EXPIRED',
    };
  }
}
