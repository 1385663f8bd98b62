import { Allow, Caller, ClassId, problemOf, Worded } from '@kull/http';
import type { Language } from '@kull/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordMarks } from '../commands/record-marks';
import type { GivenMark } from '../domain/mark';
import type { MarkAnswer } from '../domain/mark-answers';
import { MarkBatch } from './mark-batch.dto';
import { problems } from './problems';
import { markedElsewhere, markMessages } from './row-messages';

type SpokenAnswer = MarkAnswer & { readonly message?: string };

interface MarkBatchAnswer {
  readonly recorded: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly rejected: number;
  readonly marks: readonly SpokenAnswer[];
}

const example: MarkBatchAnswer = {
  recorded: 1,
  unchanged: 0,
  conflicts: 0,
  rejected: 1,
  marks: [
    { id: '7b1c9a52-3e0d-4f6a-9c41-5d2e8f70a613', status: 'recorded' },
    {
      id: '2c8e5f17-6a09-4d3b-8e72-9f1b0c4d5a68',
      status: 'rejected',
      code: 'OTHER_CLASS',
      message: markedElsewhere('OSLO-2').nb,
      otherClass: { id: 'cls_4h7m2x9k1q5v8t3r6b0n4d7f2c', code: 'OSLO-2' },
    },
  ],
};

const halfHoursIn = (hours: number | undefined): number | undefined => (hours === undefined ? undefined : hours * 2);

const givenIn = ({ device, marks }: MarkBatch, observedBy: string): readonly GivenMark[] =>
  marks.map(({ lateHours, leftEarlyHours, source = 'LIST', ...mark }) => ({
    ...mark,
    source,
    lateHalfHours: halfHoursIn(lateHours),
    leftEarlyHalfHours: halfHoursIn(leftEarlyHours),
    observedBy,
    ...(device !== undefined && { device }),
  }));

const spoken = (answer: MarkAnswer, language: Language): SpokenAnswer => {
  if (answer.status !== 'rejected') return answer;
  const { otherClass } = answer;
  const message = otherClass ? markedElsewhere(otherClass.code) : markMessages[answer.code];
  return { ...answer, message: message[language] };
};

/** Marks from lists, doors and sheets. */
@ApiTags('attendance')
@Controller('classes/:id/mark-batches')
@Allow('administrator', 'coordinator', 'teacher')
export class MarkBatchesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'recordMarks',
    summary: 'Før opptil 500 merker fra en enhet; hvert får sitt svar, og det samme merket to ganger er ett',
  })
  @ApiOkResponse({ example })
  async record(
    @ClassId() id: string,
    @Body() batch: MarkBatch,
    @Caller() caller: Caller,
  ): Promise<Worded<MarkBatchAnswer>> {
    const context = caller.context({ source: 'mark-batch' });
    const marks = givenIn(batch, caller.by(batch.observedBy));
    const outcome = await this.commands.execute(new RecordMarks(id, marks, context));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    const count = (status: MarkAnswer['status']): number =>
      outcome.answers.filter((answer) => answer.status === status).length;
    return new Worded((language) => ({
      recorded: count('recorded'),
      unchanged: count('unchanged'),
      conflicts: count('conflict'),
      rejected: count('rejected'),
      marks: outcome.answers.map((one) => spoken(one, language)),
    }));
  }
}
