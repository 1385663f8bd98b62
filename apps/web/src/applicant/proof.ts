import { ApplicantLinks, type LinkedPage } from '@kull/admissions';
import type { Caller } from '@kull/http';
import { Clock } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { birthDateIn } from './birth-date';
import { BirthDateLimits } from './birth-date-limits';

/** What a link is of, and whose. */
export interface Linked {
  readonly page: LinkedPage;
  readonly id: string;
  readonly personId: string;
}

/** Whether somebody behind a link is who it was sent to: logged in, a ticket from a moment ago, or the birth date. */
@Injectable()
export class Proof {
  constructor(
    private readonly links: ApplicantLinks,
    private readonly people: People,
    private readonly limits: BirthDateLimits,
    private readonly clock: Clock,
  ) {}

  isLoggedIn({ personId }: Linked, { actor, roles }: Caller): boolean {
    return roles.includes('student') && actor === personId;
  }

  isTicket({ page, id }: Linked, ticket: string | undefined): boolean {
    return ticket !== undefined && this.links.isTicket(page, id, ticket, this.clock.now());
  }

  ticketOf({ page, id }: Linked): string {
    return this.links.ticketOf(page, id, this.clock.now());
  }

  /** @throws Problem after too many */
  async isBirthDate({ personId }: Linked, given: unknown, request: FastifyRequest): Promise<boolean> {
    await this.limits.admit(request);
    const typed = birthDateIn(given);
    const profile = (await this.people.profiles([personId])).get(personId);
    return typed !== undefined && profile?.birthDate === typed;
  }
}
