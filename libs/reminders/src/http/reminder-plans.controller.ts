import { Allow, answer, Caller, Problem } from '@kull/http';
import { isCode } from '@kull/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { SetReminderPlan } from '../commands/set-reminder-plan';
import { SwitchReminderPlans } from '../commands/switch-reminder-plans';
import { defaultPlans } from '../domain/default-plans';
import type { Subject } from '../domain/occasion';
import type { Plan } from '../domain/plan';
import { subjects } from '../domain/subjects';
import { ReminderPlanQueries } from '../read-models/reminder-plans.query';
import { planProblems } from './problems';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/);

class PlanDocument extends createZodDto(
  z.strictObject({
    steps: z
      .array(
        z.strictObject({
          step: z.string().regex(/^[A-Z][A-Z0-9_]{0,31}$/),
          daysBefore: z.int().min(-60).max(365),
          at: timeOfDay.transform((time) => (time.length === 5 ? `${time}:00` : time)),
        }),
      )
      .min(1)
      .max(10),
    channels: z
      .array(z.enum(['MAIL', 'TEXT_MESSAGE']))
      .min(1)
      .max(2),
    validForHours: z
      .int()
      .min(1)
      .max(24 * 60),
    collected: z.boolean(),
    mayBeDeclined: z.boolean(),
  }),
) {}

class Switch extends createZodDto(z.strictObject({ on: z.boolean() })) {}

interface PlanView extends Omit<Plan, 'onSince'> {
  readonly onSince: string | null;
}

const viewOf = ({ onSince, ...plan }: Plan): PlanView => ({ ...plan, onSince: onSince ?? null });

const example: PlanView = {
  programmeCode: 'NLP',
  subject: 'GATHERING',
  ...defaultPlans.GATHERING,
  onSince: '2026-08-20T08:00:00.000Z',
};

const subjectOf = (text: string): Subject => {
  const subject = subjects.find((one) => one === text);
  if (!subject) throw Problem.notFound();
  return subject;
};

const programmeOf = (text: string): string => {
  if (!isCode(text)) throw Problem.notFound();
  return text;
};

/** What is told in a programme, when, and whether at all. */
@ApiTags('reminders')
@Controller('reminder-plans')
@Allow('administrator')
export class ReminderPlansController {
  constructor(
    private readonly commands: CommandBus,
    private readonly plans: ReminderPlanQueries,
  ) {}

  @Get(':programme')
  @ApiOperation({ operationId: 'listReminderPlans', summary: 'Hva det minnes om i et program, og hva som er slått på' })
  @ApiOkResponse({ example: { data: [example] } })
  async list(@Param('programme') programme: string): Promise<{ readonly data: readonly PlanView[] }> {
    const programmeCode = programmeOf(programme);
    const set = new Map((await this.plans.all({ programmeCode })).map((plan) => [plan.subject, plan]));
    const all = subjects.map((subject) => set.get(subject) ?? { programmeCode, subject, ...defaultPlans[subject] });
    return { data: all.map(viewOf) };
  }

  @Put(':programme/:subject')
  @ApiOperation({ operationId: 'setReminderPlan', summary: 'Bestem når og hvordan det minnes om noe' })
  @ApiOkResponse({ example })
  @ApiUnprocessableEntityResponse({ example: { code: 'TEXT_MESSAGE_NOT_FOR_SUBJECT' } })
  async set(
    @Param('programme') programme: string,
    @Param('subject') subject: string,
    @Body() terms: PlanDocument,
    @Caller() caller: Caller,
  ): Promise<PlanView> {
    const [programmeCode, of] = [programmeOf(programme), subjectOf(subject)];
    const data = { subject: of, ...terms };
    answer(await this.commands.execute(new SetReminderPlan(programmeCode, data, caller.context())), planProblems);
    return this.shown(programmeCode, of);
  }

  @Post(':programme/:subject/switches')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'switchReminderPlan',
    summary: 'Slå påminnelser om noe på fra nå, eller av; det som har forfalt, sendes ikke',
  })
  @ApiOkResponse({ example })
  async switch(
    @Param('programme') programme: string,
    @Param('subject') subject: string,
    @Body() { on }: Switch,
    @Caller() caller: Caller,
  ): Promise<PlanView> {
    const [programmeCode, of] = [programmeOf(programme), subjectOf(subject)];
    await this.switched(programmeCode, [of], on, caller);
    return this.shown(programmeCode, of);
  }

  @Post(':programme/switches')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'switchReminderPlans',
    summary: 'Slå alle påminnelser i et program på fra nå, eller av',
  })
  @ApiOkResponse({ example: { data: [example] } })
  async switchAll(
    @Param('programme') programme: string,
    @Body() { on }: Switch,
    @Caller() caller: Caller,
  ): Promise<{ readonly data: readonly PlanView[] }> {
    await this.switched(programmeOf(programme), subjects, on, caller);
    return this.list(programme);
  }

  private async switched(programmeCode: string, of: readonly Subject[], on: boolean, caller: Caller): Promise<void> {
    answer(await this.commands.execute(new SwitchReminderPlans(programmeCode, of, on, caller.context())), planProblems);
  }

  private async shown(programmeCode: string, subject: Subject): Promise<PlanView> {
    const [plan] = await this.plans.all({ programmeCode, subject });
    return viewOf(plan ?? { programmeCode, subject, ...defaultPlans[subject] });
  }
}
