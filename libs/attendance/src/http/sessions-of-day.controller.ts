import { Allow, Caller } from '@kull/http';
import {
  addDays,
  Clock,
  type Instant,
  instantInOslo,
  isLocalDate,
  type LocalDate,
  localDateInOslo,
} from '@kull/kernel';
import { ClassList, type TimetabledSession } from '@kull/teaching/contracts/classes';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { RegisterReadings } from '../register-readings';
import { type RegisterSummary, summaryOf } from './register-answers';

class DayQuery extends createZodDto(
  z.strictObject({
    on: z
      .string()
      .refine((text) => isLocalDate(text), 'En dag, som 2026-09-09')
      .optional(),
  }),
) {}

/** A session of a class, and how its register stands. */
export type SessionOfDay = RegisterSummary & {
  readonly class: { readonly id: string; readonly code: string; readonly programme: string };
  readonly endsAt: Instant;
};

/** What is on, on a day, in all classes. */
export interface SessionsOfDay {
  /** The clock of the service: a device whose own is wrong can go by it. */
  readonly now: Instant;
  readonly on: LocalDate;
  /** The first day after it with a session. */
  readonly nextOn: LocalDate | null;
  readonly data: readonly SessionOfDay[];
}

const example: SessionsOfDay = {
  now: '2027-02-16T07:40:00.000Z',
  on: '2027-02-16',
  nextOn: '2027-02-17',
  data: [
    {
      class: { id: 'cls_01h2v9t4x7q3m8k5n6p0r1s2t3', code: 'OSLO-1', programme: 'Nasjonal lederutdanning' },
      session: 'G4D1F',
      title: 'Samling 4, dag 1',
      startsAt: '2027-02-16T08:00:00.000Z',
      endsAt: '2027-02-16T12:00:00.000Z',
      hours: 4,
      gathering: 4,
      status: 'open',
      expected: 54,
      present: 47,
      absent: 4,
      excused: 2,
      unmarked: 1,
      conflicts: 0,
    },
  ],
};

/** Where somebody is to stand at a door today. */
@ApiTags('attendance')
@Controller('sessions')
@Allow('administrator', 'coordinator', 'teacher')
export class SessionsOfDayController {
  constructor(
    private readonly classes: ClassList,
    private readonly readings: RegisterReadings,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listSessionsOfDay',
    summary: 'Øktene en dag i klassene du har ansvar for, og hvor oppmøtet står; uten dag: i dag',
  })
  @ApiOkResponse({ example })
  async list(@Query() { on: asked }: DayQuery, @Caller() { classes, mayClass }: Caller): Promise<SessionsOfDay> {
    const now = this.clock.now();
    const on = asked ?? localDateInOslo(now);
    const [from, until] = [instantInOslo(on), instantInOslo(addDays(on, 1))];
    const [all, next] = await Promise.all([
      this.classes.sessionsBeginning(from, until),
      this.classes.nextBeginning(until, classes === 'all' ? undefined : classes),
    ]);
    const sessions = all.filter(({ classId }) => mayClass(classId));
    const summaries = await this.summaries(sessions);
    const data = sessions.flatMap(({ classId, classCode, programme, session, endsAt }): SessionOfDay[] => {
      const summary = summaries.get(`${classId}/${session}`);
      return summary
        ? [{ class: { id: classId, code: classCode, programme: programme.title }, ...summary, endsAt }]
        : [];
    });
    return { now, on, nextOn: next ? localDateInOslo(next) : null, data };
  }

  private async summaries(sessions: readonly TimetabledSession[]): Promise<ReadonlyMap<string, RegisterSummary>> {
    const classIds = [...new Set(sessions.map(({ classId }) => classId))];
    const found = await Promise.all(
      classIds.map(async (classId) => {
        const codes = sessions.flatMap((one) => (one.classId === classId ? [one.session] : []));
        const readings = (await this.readings.ofClass(classId, undefined, new Set(codes))) ?? [];
        return readings.map((reading) => [`${classId}/${reading.session.code}`, summaryOf(reading)] as const);
      }),
    );
    return new Map(found.flat());
  }
}
