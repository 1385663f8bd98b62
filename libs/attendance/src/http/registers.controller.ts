import { Allow, AsOfQuery, asOfIn, Caller, ClassId, Problem, runsClass } from '@kull/http';
import { localDateInOslo } from '@kull/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isWithin } from '../domain/expected';
import { RegisterReadings } from '../register-readings';
import { problems } from './problems';
import {
  type ConflictAnswer,
  conflictAnswerOf,
  type RegisterAnswer,
  type RegisterSummary,
  registerAnswerOf,
  summaryOf,
} from './register-answers';
import { withoutWhy } from './without-why';

const exampleSummary: RegisterSummary = {
  session: 'G3-1',
  title: 'Samling 3, første halvdag',
  startsAt: '2027-02-16T08:00:00.000Z',
  hours: 4,
  gathering: 3,
  room: 'A2-075',
  status: 'open',
  expected: 54,
  present: 47,
  absent: 4,
  excused: 2,
  unmarked: 1,
  conflicts: 1,
};

const exampleMarks = [
  {
    id: '7b1c9a52-3e0d-4f6a-9c41-5d2e8f70a613',
    presence: 'ABSENT',
    attendedHours: 0,
    lateHours: 0,
    leftEarlyHours: 0,
    observedBy: 'admin-2',
    observedAt: '2027-02-16T07:20:00.000Z',
    source: 'LIST',
    device: 'phone-3',
  },
  {
    id: '2c8e5f17-6a09-4d3b-8e72-9f1b0c4d5a68',
    presence: 'PRESENT',
    attendedHours: 3.5,
    lateHours: 0.5,
    leftEarlyHours: 0,
    observedBy: 'admin-1',
    observedAt: '2027-02-16T08:35:00.000Z',
    source: 'DOOR',
    device: 'phone-1',
  },
] as const;

const absent = { presence: 'ABSENT', attendedHours: 0, lateHours: 0, leftEarlyHours: 0 } as const;

const exampleRegister: RegisterAnswer = {
  ...exampleSummary,
  students: [
    {
      studentNo: 'S260004',
      onLeave: false,
      counts: { ...absent, by: 'admin-2', at: '2027-02-16T07:20:00.000Z' },
      conflict: exampleMarks.map(({ id }) => id),
      marks: exampleMarks,
      changes: [],
    },
  ],
};

const exampleConflict: ConflictAnswer = {
  session: 'G3-1',
  startsAt: '2027-02-16T08:00:00.000Z',
  studentNo: 'S260004',
  counts: absent,
  marks: exampleMarks,
  proposed: {
    presence: 'PRESENT',
    attendedHours: 3.5,
    lateHours: 0.5,
    leftEarlyHours: 0,
    because: 'SEEN_PRESENT',
  },
};

const unknownClass = (): Problem => Problem.notFound(problems.CLASS_NOT_PLANNED.title, 'CLASS_NOT_PLANNED');

/** The registers of a class, read. */
@ApiTags('attendance')
@Controller('classes/:id')
@Allow('administrator', 'coordinator', 'teacher')
export class RegistersController {
  constructor(private readonly readings: RegisterReadings) {}

  @Get('registers')
  @ApiOperation({ operationId: 'listRegisters', summary: 'Oppmøtet økt for økt: hvor mange, og hvor det står' })
  @ApiOkResponse({ example: { data: [exampleSummary] } })
  async list(@ClassId() id: string, @Query() query: AsOfQuery): Promise<{ readonly data: readonly RegisterSummary[] }> {
    const readings = await this.readings.ofClass(id, asOfIn(query));
    if (!readings) throw unknownClass();
    return { data: readings.map(summaryOf) };
  }

  @Get('registers/:session')
  @ApiOperation({
    operationId: 'getRegister',
    summary: 'Oppmøtet i en økt: hvert merke, hvem som så det, når og hvorfra, og hver endring',
  })
  @ApiOkResponse({ example: exampleRegister })
  async get(
    @ClassId() id: string,
    @Param('session') session: string,
    @Query() query: AsOfQuery,
    @Caller() caller: Caller,
  ): Promise<RegisterAnswer> {
    const reading = await this.readings.ofSession(id, session, asOfIn(query));
    if (!reading) throw Problem.notFound(problems.UNKNOWN_SESSION.title, 'UNKNOWN_SESSION');
    const day = localDateInOslo(reading.register?.startsAt ?? reading.session.startsAt);
    const isOnLeave = (studentNo: string): boolean => isWithin(reading.roll.leaves.get(studentNo) ?? [], day);
    const register = registerAnswerOf(reading, isOnLeave);
    return runsClass(caller, id) ? register : withoutWhy(register);
  }

  @Get('conflicts')
  @ApiOperation({
    operationId: 'listConflicts',
    summary: 'Merker som er uenige, og et forslag til avgjørelse; så lenge gjelder det minste',
  })
  @ApiOkResponse({ example: { data: [exampleConflict] } })
  async conflicts(
    @ClassId() id: string,
    @Caller() caller: Caller,
  ): Promise<{ readonly data: readonly ConflictAnswer[] }> {
    const conflicts = await this.readings.conflicts(id);
    if (!conflicts) throw unknownClass();
    const data = conflicts.map(conflictAnswerOf);
    return { data: runsClass(caller, id) ? data : withoutWhy(data) };
  }
}
