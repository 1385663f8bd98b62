import { type CommandContext, EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { groundsPurpose } from './domain/grading-request.events';
import type { AppealResult, AskForGradingReasons, GradingRequestCode } from './domain/grading-requests';
import { studentCourse } from './domain/student-course';
import { type GradingRequest, GradingRequests } from './grading-requests';

/** Why nothing was sent. `UNKNOWN_ASSESSMENT`: no course of theirs has it. */
export type OwnGradingRefusal =
  | Exclude<GradingRequestCode, 'RESULT_NOT_APPEALED'>
  | 'UNKNOWN_ASSESSMENT'
  | 'RESULT_NOT_ATTESTED'
  | 'REASONS_ALREADY_GIVEN';

/** Which result a student asks about. */
export interface OwnResult {
  readonly studentCourseId: string;
  readonly assessment: string;
}

const told = new Set<string>([
  'REASONS_TOO_LATE',
  'REASONS_ALREADY_ASKED',
  'REASONS_ALREADY_GIVEN',
  'RESULT_APPEAL_TOO_LATE',
  'RESULT_ALREADY_APPEALED',
  'GROUNDS_MISSING',
  'GROUNDS_TOO_LONG',
  'UNKNOWN_ASSESSMENT',
  'RESULT_NOT_ATTESTED',
] satisfies OwnGradingRefusal[]);

/** What one person asks about their own results (ux.md S6). Another's is no other than one that there is not. */
@Injectable()
export class OwnGradingRequests {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly requests: GradingRequests,
  ) {}

  /** The oldest first. */
  of(personId: string): Promise<readonly GradingRequest[]> {
    return this.requests.ofPerson(personId);
  }

  askForReasons(
    personId: string,
    { studentCourseId, assessment }: OwnResult,
    context: CommandContext,
  ): Promise<OwnGradingRefusal | undefined> {
    const data = { assessment, at: context.occurredAt };
    return this.execute(personId, studentCourseId, { type: 'AskForGradingReasons', data }, context);
  }

  async appeal(
    personId: string,
    { studentCourseId, assessment }: OwnResult,
    grounds: string,
    context: CommandContext,
  ): Promise<OwnGradingRefusal | undefined> {
    const [sealed] = await this.people.seal([{ person: personId, purpose: groundsPurpose, value: grounds }]);
    const data = { assessment, at: context.occurredAt, grounds, sealed: sealed! };
    return this.execute(personId, studentCourseId, { type: 'AppealResult', data }, context);
  }

  private async execute(
    personId: string,
    id: string,
    command: AskForGradingReasons | AppealResult,
    context: CommandContext,
  ): Promise<OwnGradingRefusal | undefined> {
    const { state } = await this.events.load(studentCourse, id);
    if (state.status === 'none' || state.personId !== personId) return 'UNKNOWN_ASSESSMENT';
    const outcome = await this.events.execute(studentCourse, id, command, context);
    return 'rejected' in outcome ? refusalOf(outcome.rejected.code) : undefined;
  }
}

/** @throws Error on a refusal that nothing a student does can lead to */
const refusalOf = (code: string): OwnGradingRefusal => {
  if (!told.has(code)) throw new Error(`a student's request was refused with ${code}`);
  return code as OwnGradingRefusal;
};
