import { Allow, Caller, ClassId, problemOf } from '@kull/http';
import { Reads } from '@kull/people';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { StudentCourses } from '../student-courses';
import { type WaitingVerification, WaitingVerifications } from '../waiting-verifications';
import { problems } from './problems';

interface WaitingAnswer {
  readonly data: readonly WaitingVerification[];
}

const example: WaitingVerification = {
  studentNo: 'S260024',
  verification: '7b1c9e2a-3d4f-5a6b-8c7d-9e0f1a2b3c4d',
  line: {
    familyName: 'Gaup',
    givenNames: 'Solveig',
    birthDate: '1973-01-23',
    profession: 'PHYSICIAN',
    authorisedFrom: '2000-07-01',
  },
  evidenceClass: 'AUTHORISATION_LETTER',
  documentHash: 'a'.repeat(64),
  note: 'Sett i original',
  proposedBy: 'admin-1',
  proposedAt: '2026-06-24T08:00:00.000Z',
};

/** What waits for a second person in a class. */
@ApiTags('classes')
@Controller('classes/:id/hpr-verifications')
@Allow('administrator', 'coordinator')
export class WaitingVerificationsController {
  constructor(
    private readonly courses: StudentCourses,
    private readonly verifications: WaitingVerifications,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listHprVerifications',
    summary: 'Bekreftelser av HPR-nummer som venter på en annen person, med det som ble sett; uten numrene',
  })
  @ApiOkResponse({ example: { data: [example] } satisfies WaitingAnswer })
  async list(@ClassId() id: string, @Caller() caller: Caller): Promise<WaitingAnswer> {
    const of = await this.courses.courseOf(id);
    if ('code' in of) throw problemOf(of, problems);
    const { waiting, personIds } = await this.verifications.ofClass(of);
    await this.reads.note(caller, 'listHprVerifications', personIds);
    return { data: waiting };
  }
}
