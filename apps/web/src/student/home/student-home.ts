import { OwnAbsences } from '@kull/attendance';
import type { Caller } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { People } from '@kull/people';
import { nextOf, OwnClasses } from '@kull/teaching';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../kit/language';
import { sendPage } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { deadlinesOf, evidenceDeadlines } from '../deadlines';
import { StudentPoints } from '../student-points';
import { whosePage } from '../whose-page';
import { homeCards } from './home-cards';
import { homePage } from './home-page';

/** The first page of a student. */
@Injectable()
export class StudentHome {
  constructor(
    private readonly points: StudentPoints,
    private readonly classes: OwnClasses,
    private readonly absences: OwnAbsences,
    private readonly people: People,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  async show(caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const personId = whosePage(caller);
    const now = this.clock.now();
    const [viewer, courses, classes, absences, profiles] = await Promise.all([
      this.viewers.of(caller),
      this.points.of(personId),
      this.classes.of(personId),
      this.absences.of(personId),
      this.people.profiles([personId]),
    ]);
    const meetings = classes.filter(({ isOpen }) => isOpen).flatMap((one) => one.meetings);
    const meeting = nextOf(
      [...meetings].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1)),
      now,
    );
    const deadlines = [...courses.flatMap(deadlinesOf), ...evidenceDeadlines(absences, meetings)];
    const cards = homeCards({ courses, ...(meeting && { meeting }), deadlines, now });
    const language = languageOf(request, reply, viewer.language);
    const reader = { language, today: localDateInOslo(now), isStudent: true };
    const givenNames = profiles.get(personId)?.givenNames ?? '';
    void sendPage(reply, language, homePage(reader, viewer.in(language), { givenNames, cards, now }));
  }
}
