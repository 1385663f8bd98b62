import { Allow, answer, Caller, ClassId, classFor, Problem, Worded } from '@kull/http';
import { Clock, type Language } from '@kull/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ArrangeMakeUp, type MakeUpWanted } from '../commands/arrange-make-up';
import { CancelMakeUp } from '../commands/cancel-make-up';
import { isInClass } from '../domain/enrolment.state';
import { periodOf } from '../domain/gathering';
import { classIdOf } from '../domain/ids';
import type { MakeUpOption } from '../domain/make-up-options';
import { MakeUpWishes } from '../make-up-wishes';
import { makeUpProblems } from './enrolment-problems';
import { classId, studentNo } from './student.dto';

const gathering = z.int().min(1).max(100);

class MakeUpBody extends createZodDto(z.strictObject({ studentNo, gathering, in: classId })) {}

class MakeUpQuery extends createZodDto(
  z.strictObject({ studentNo, gathering: z.coerce.number().int().min(1).max(100) }),
) {}

interface MakeUpAnswer {
  readonly classId: string;
  readonly studentNo: string;
  readonly gathering: number;
  readonly in: string;
}

/** One of the other classes, and whether the student can be a guest there. */
interface MakeUpOptionView {
  readonly class: { readonly id: string; readonly code: string; readonly site: string };
  readonly gathering?: {
    readonly number: number;
    readonly title: string;
    readonly venue: string;
    readonly startsOn: string;
    readonly endsOn: string;
  };
  readonly seatsLeft: number;
  readonly possible: boolean;
  /** The student has a seat there already. */
  readonly arranged: boolean;
  readonly whyNot?: { readonly code: string; readonly text: string };
}

const [home, other] = ['OSLO-1', 'OSLO-2'].map((code) => classIdOf({ code, intake: 'NLP-2026' }));

const exampleAnswer: MakeUpAnswer = { classId: home!, studentNo: 'A26-000439', gathering: 3, in: other! };

const exampleOption: MakeUpOptionView = {
  class: { id: other!, code: 'OSLO-2', site: 'Oslo' },
  gathering: {
    number: 3,
    title: 'Organisasjonskultur',
    venue: 'BI Nydalen',
    startsOn: '2026-11-23',
    endsOn: '2026-11-25',
  },
  seatsLeft: 2,
  possible: true,
  arranged: false,
};

const optionViewOf = (
  { classId: id, code, site, gathering: at, whyNot, ...option }: MakeUpOption,
  language: Language,
): MakeUpOptionView => ({
  class: { id, code, site },
  ...(at && { gathering: { number: at.number, title: at.title, venue: at.venue, ...periodOf(at) } }),
  seatsLeft: option.seatsLeft,
  possible: !whyNot && !option.arranged,
  arranged: option.arranged,
  ...(whyNot && { whyNot: { code: whyNot.code, text: makeUpProblems[whyNot.code].title[language] } }),
});

const wantedOf = (
  id: string,
  { in: inClassId, ...wanted }: z.output<typeof MakeUpBody.schema>,
  caller: Caller,
): MakeUpWanted => ({
  classId: id,
  inClassId: classFor(caller, inClassId),
  ...wanted,
});

/** Students who attend the same gathering in another class (W16). The id is that of the student's own class. */
@ApiTags('students')
@Controller('classes/:id')
@Allow('administrator', 'coordinator')
export class MakeUpsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly wishes: MakeUpWishes,
    private readonly clock: Clock,
  ) {}

  @Get('make-up-options')
  @ApiOperation({
    operationId: 'listMakeUpOptions',
    summary: 'De andre klassene i kullet: hvor studenten kan ta igjen samlingen, og hvorfor ikke i resten',
  })
  @ApiOkResponse({ example: { data: [exampleOption] } })
  async options(
    @ClassId() id: string,
    @Query() query: MakeUpQuery,
    @Caller() caller: Caller,
  ): Promise<Worded<{ readonly data: readonly MakeUpOptionView[] }>> {
    const wish = await this.wishes.of({ classId: id, ...query }, this.clock.now());
    if (wish.home.state.status === 'unplanned')
      throw Problem.notFound(makeUpProblems.CLASS_NOT_PLANNED.title, 'CLASS_NOT_PLANNED');
    if (!isInClass(wish.student)) throw Problem.notFound(makeUpProblems.NOT_ENROLLED.title, 'NOT_ENROLLED');
    const options = (await this.wishes.optionsFor(wish)).filter(({ classId: of }) => caller.mayClass(of));
    return new Worded((language) => ({ data: options.map((one) => optionViewOf(one, language)) }));
  }

  @Post('make-ups')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'arrangeMakeUp',
    summary: 'Gi studenten gjesteplass på samme samling i en annen klasse',
  })
  @ApiOkResponse({ example: exampleAnswer })
  async arrange(@ClassId() id: string, @Body() body: MakeUpBody, @Caller() caller: Caller): Promise<MakeUpAnswer> {
    answer(
      await this.commands.execute(new ArrangeMakeUp(wantedOf(id, body, caller), caller.context())),
      makeUpProblems,
    );
    return { classId: id, ...body };
  }

  @Post('make-up-cancellations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'cancelMakeUp', summary: 'Gi gjesteplassen tilbake' })
  @ApiOkResponse({ example: exampleAnswer })
  async cancel(@ClassId() id: string, @Body() body: MakeUpBody, @Caller() caller: Caller): Promise<MakeUpAnswer> {
    answer(await this.commands.execute(new CancelMakeUp(wantedOf(id, body, caller), caller.context())), makeUpProblems);
    return { classId: id, ...body };
  }
}
