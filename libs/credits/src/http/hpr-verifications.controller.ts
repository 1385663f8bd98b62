import { Allow, answer, Caller, ClassId, problemOf } from '@kull/http';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApproveHprVerification, ProposeHprVerification } from '../commands/verify-hpr';
import { studentCourseIdFor } from '../domain/ids';
import { VerificationApprovalBody, VerificationBody } from './hpr.dto';
import { problems } from './problems';

interface ProposedAnswer {
  readonly verification: string;
  readonly status: 'PROPOSED';
}

interface ApprovedAnswer {
  readonly verification: string;
  readonly status: 'APPROVED';
  /** Whether the approval released course points that were held. */
  readonly awarded: boolean;
}

const verification = '7b1c9e2a-3d4f-5a6b-8c7d-9e0f1a2b3c4d';

/** A number that the register does not answer for is verified by two people who saw the evidence. */
@ApiTags('classes')
@Controller('classes/:id/students/:studentNo/hpr-verifications')
@Allow('administrator', 'coordinator')
export class HprVerificationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly classes: ClassDirectory,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'proposeHprVerification',
    summary: 'Foreslå å bekrefte studentens HPR-nummer ut fra dokumentasjon',
  })
  @ApiOkResponse({ example: { verification, status: 'PROPOSED' } satisfies ProposedAnswer })
  async propose(
    @ClassId() id: string,
    @Param('studentNo') studentNo: string,
    @Body() { line, proposedBy, ...evidence }: VerificationBody,
    @Caller() caller: Caller,
  ): Promise<ProposedAnswer> {
    const course = await this.courseIdOf(id, studentNo);
    const by = caller.by(proposedBy);
    const { verificationId, ...outcome } = await this.commands.execute(
      new ProposeHprVerification(course, line, evidence, by, caller.context()),
    );
    answer(outcome, problems);
    return { verification: verificationId, status: 'PROPOSED' };
  }

  @Post(':verification/approvals')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveHprVerification',
    summary: 'Godkjenn en bekreftelse av HPR-nummer som en annen har foreslått',
  })
  @ApiOkResponse({ example: { verification, status: 'APPROVED', awarded: true } satisfies ApprovedAnswer })
  async approve(
    @ClassId() id: string,
    @Param('studentNo') studentNo: string,
    @Param('verification') verificationId: string,
    @Body() { approvedBy }: VerificationApprovalBody,
    @Caller() caller: Caller,
  ): Promise<ApprovedAnswer> {
    const course = await this.courseIdOf(id, studentNo);
    const by = caller.by(approvedBy);
    const outcome = await this.commands.execute(
      new ApproveHprVerification(course, verificationId, by, caller.context()),
    );
    const { events } = answer(outcome, problems);
    const awarded = events.some(({ type }) => type === 'CoursePointsAwarded');
    return { verification: verificationId, status: 'APPROVED', awarded };
  }

  private async courseIdOf(classId: string, studentNo: string): Promise<string> {
    const student = (await this.classes.students(classId)).find((one) => one.studentNo === studentNo);
    if (!student) throw problemOf({ code: 'STUDENT_COURSE_NOT_OPEN' }, problems);
    return studentCourseIdFor(student);
  }
}
