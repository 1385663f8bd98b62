import { Allow, ClassId, problemOf } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type GradingOfAssessment, gradingIn } from '../domain/grading';
import { StudentCourses } from '../student-courses';
import { problems } from './problems';

/** How far the grading of a class has come, assessment by assessment. */
export interface Grading {
  readonly classCode: string;
  readonly assessments: readonly GradingOfAssessment[];
}

const example: Grading = {
  classCode: 'NLP-2026-OSLO-1',
  assessments: [
    {
      assessment: 'TAKE_HOME_EXAM',
      title: 'Hjemmeeksamen',
      scale: 'A_TO_F',
      handInBy: '2027-06-03T12:00:00.000Z',
      gradingDeadline: '2027-06-24',
      workingDaysLeft: 12,
      students: 54,
      registered: 52,
      withoutResult: 2,
      waitingForAttestation: 52,
      waitingBy: [{ gradedBy: 'grader-1', students: 52 }],
      distribution: [
        { grade: 'A', students: 9 },
        { grade: 'B', students: 18 },
        { grade: 'C', students: 15 },
        { grade: 'D', students: 6 },
        { grade: 'E', students: 2 },
        { grade: 'F', students: 2 },
      ],
    },
  ],
};

/** How far the grading of a class has come (ux.md A9). */
@ApiTags('assessments')
@Controller('classes/:id/grading')
@Allow('administrator', 'coordinator', 'grader')
export class GradingController {
  constructor(
    private readonly courses: StudentCourses,
    private readonly classes: ClassDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getGrading', summary: 'Sensuren i klassen: frister, hva som mangler, karakterer' })
  @ApiOkResponse({ example })
  async grading(@ClassId() id: string): Promise<Grading> {
    const of = await this.courses.courseOf(id);
    if ('code' in of) throw problemOf(of, problems);
    const students = await this.classes.students(id);
    const courses = [...(await this.courses.ofClass(of)).values()].map(({ course }) => course);
    const today = localDateInOslo(this.clock.now());
    return { classCode: of.plan.code, assessments: gradingIn(of.terms, students.length, courses, today) };
  }
}
