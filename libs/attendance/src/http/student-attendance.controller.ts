import { Allow, AsOfQuery, asOfIn, Caller, ClassId, Problem } from '@kull/http';
import type { Instant } from '@kull/kernel';
import { Reads } from '@kull/people';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type CountedSession, Registers } from '../registers';
import { problems } from './problems';

interface SessionAnswer {
  readonly session: string;
  readonly startsAt: Instant;
  readonly hours: number;
  readonly attendedHours: number;
  readonly state: CountedSession['state'];
  readonly presence?: CountedSession['presence'];
  readonly by?: string;
  readonly at?: Instant;
  /** The id of the class where it was attended, when elsewhere. */
  readonly attendedIn?: string;
}

interface AttendanceOfStudent {
  readonly studentNo: string;
  readonly hours: { readonly attended: number; readonly counted: number; readonly of: number };
  /** Sessions, of a course of gatherings its half-days. `attended`: was there at all. */
  readonly sessions: { readonly attended: number; readonly counted: number; readonly of: number };
  readonly data: readonly SessionAnswer[];
}

const example: AttendanceOfStudent = {
  studentNo: 'S260004',
  hours: { attended: 3.5, counted: 4, of: 176 },
  sessions: { attended: 1, counted: 1, of: 44 },
  data: [
    {
      session: 'G1-1',
      startsAt: '2026-09-15T07:00:00.000Z',
      hours: 4,
      attendedHours: 3.5,
      state: 'counted',
      presence: 'PRESENT',
      by: 'admin-1',
      at: '2026-09-15T06:40:00.000Z',
    },
  ],
};

const sessionAnswerOf = ({ halfHours, attended, classId, ...rest }: CountedSession): SessionAnswer => ({
  ...rest,
  hours: halfHours / 2,
  attendedHours: attended / 2,
  ...(classId !== undefined && { attendedIn: classId }),
});

const sumOf = (sessions: readonly CountedSession[], of: (session: CountedSession) => number): number =>
  sessions.reduce((sum, session) => sum + of(session), 0);

/** The attendance of one student, session by session and in all. */
const attendanceOf = (studentNo: string, sessions: readonly CountedSession[]): AttendanceOfStudent => {
  const counted = sessions.filter(({ state }) => state === 'counted');
  return {
    studentNo,
    hours: {
      attended: sumOf(sessions, ({ attended }) => attended) / 2,
      counted: sumOf(counted, ({ halfHours }) => halfHours) / 2,
      of: sumOf(sessions, ({ halfHours }) => halfHours) / 2,
    },
    sessions: {
      attended: sessions.filter(({ attended }) => attended > 0).length,
      counted: counted.length,
      of: sessions.length,
    },
    data: sessions.map(sessionAnswerOf),
  };
};

/** What a student has attended, in whichever class it was. */
@ApiTags('attendance')
@Controller('classes/:id/students/:studentNo/attendance')
@Allow('administrator', 'coordinator')
export class StudentAttendanceController {
  constructor(
    private readonly registers: Registers,
    private readonly classes: ClassDirectory,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getStudentAttendance',
    summary: 'Oppmøtet til en student, økt for økt og i sum, også fra andre klasser',
  })
  @ApiOkResponse({ example })
  async get(
    @ClassId() id: string,
    @Param('studentNo') studentNo: string,
    @Query() query: AsOfQuery,
    @Caller() caller: Caller,
  ): Promise<AttendanceOfStudent> {
    const sessions = (await this.registers.countedSessions(id, asOfIn(query))).get(studentNo);
    if (!sessions) throw Problem.notFound(problems.UNKNOWN_STUDENT.title, 'UNKNOWN_STUDENT');
    const student = (await this.classes.students(id)).find((one) => one.studentNo === studentNo);
    await this.reads.note(caller, 'getStudentAttendance', student ? [student.personId] : []);
    return attendanceOf(studentNo, sessions);
  }
}
