import { Allow, Caller, Versioned } from '@kull/http';
import type { Explanation, Requirement } from '@kull/kernel';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { explainAwards } from '../domain/explain';
import { CourseAccess } from './course-access';
import type { AwardExplanation, ExplanationInWords } from './explanation-view';
import { textsOf } from './requirement-texts';

const inWords = ({ requirements, ...explanation }: Explanation): ExplanationInWords => ({
  ...explanation,
  requirements: requirements.map((requirement) => ({ ...requirement, text: textsOf(requirement) })),
});

const hprUnknown: Requirement = {
  code: 'HPR_UNKNOWN',
  status: 'waiting',
  evidence: [
    { record: 'HPR_REGISTER', value: 'NOT_FOUND', at: '2026-06-19T10:00:00.000Z' },
    { record: 'HPR_SOURCE', value: 'FILE' },
  ],
  actor: 'STUDENT',
  action: 'CORRECT_HPR_NUMBER',
  dueAt: '2026-07-19',
};

const example: AwardExplanation = {
  studentNo: 'S260007',
  classCode: 'NLA-2026V-1',
  ectsCredits: inWords({ outcome: 'AWARDED', requirements: [], warnings: [] }),
  coursePoints: inWords({ outcome: 'HELD', requirements: [hprUnknown], warnings: [] }),
};

/** Why a student has the credits, or has not. */
@ApiTags('awards')
@Controller('student-courses')
@Allow('administrator', 'coordinator')
export class ExplanationController {
  constructor(private readonly courses: CourseAccess) {}

  @Get(':id/explanation')
  @ApiOperation({ operationId: 'explainAwards', summary: 'Hvorfor studenten har poengene, eller ikke har dem' })
  @ApiOkResponse({ example })
  async explain(@Param('id') id: string, @Caller() caller: Caller): Promise<Versioned<AwardExplanation>> {
    const { state, version } = await this.courses.read(caller, id, 'explainAwards');
    const { ectsCredits, coursePoints } = explainAwards(state);
    const { studentNo, classCode } = state;
    return new Versioned(version, {
      studentNo,
      classCode,
      ectsCredits: inWords(ectsCredits),
      coursePoints: inWords(coursePoints),
    });
  }
}
