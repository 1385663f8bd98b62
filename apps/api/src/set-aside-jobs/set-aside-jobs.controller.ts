import { Allow, Caller, Problem, said } from '@kull/http';
import { SetAsideWork } from '@kull/messaging';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** More than that is one trouble, and not so many. */
const SHOWN = 200;

class RetryBody extends createZodDto(z.strictObject({})) {}

class JobPath extends createZodDto(z.object({ id: z.uuid() })) {}

const jobView = z.strictObject({
  id: z.string(),
  job: z.string(),
  about: z.array(z.string()),
  setAsideAt: z.string(),
  attempts: z.int(),
  fault: z.string(),
});

/** A job that workers gave up on: what it is about (ids only), since when, after how many tries, and the last error. */
export type SetAsideJobView = z.output<typeof jobView>;

class SetAsideJobsView extends createZodDto(z.strictObject({ data: z.array(jobView) })) {}

const example: SetAsideJobView = {
  id: '4f0c5d5e-6a3b-5c1d-9e2f-0a1b2c3d4e5f',
  job: 'write-letters',
  about: ['app_0123456789abcdefghjkmnpqrs'],
  setAsideAt: '2026-06-19T12:01:25.000Z',
  attempts: 5,
  fault: 'LetterRefused',
};

const notSetAside = (): Problem =>
  new Problem({
    status: 409,
    code: 'NOT_SET_ASIDE',
    title: said(
      'Jobben er ikke satt til side lenger',
      'Jobben er ikkje sett til side lenger',
      'The job is not set aside any more',
    ),
    detail: said(
      'Noen har prøvd igjen før deg, eller den er gjort. Last siden på nytt for å se hvordan det står.',
      'Nokon har prøvd igjen før deg, eller han er gjord. Last sida på nytt for å sjå korleis det står.',
      'Somebody has tried again before you, or it is done. Load the page anew to see how it stands.',
    ),
  });

/** Work of every kind that was set aside after failing again and again (reliability.md T25), and once more. */
@ApiTags('operations')
@Controller('set-aside-jobs')
@Allow('administrator', 'auditor')
export class SetAsideJobsController {
  constructor(private readonly work: SetAsideWork) {}

  @Get()
  @ApiOperation({
    operationId: 'listSetAsideJobs',
    summary: 'Jobber som er satt til side etter gjentatte feil, de eldste først: hva, hvorfor, siden når',
  })
  @ApiOkResponse({ type: SetAsideJobsView, example: { data: [example] } })
  list(): Promise<SetAsideJobsView> {
    return this.listed();
  }

  @Post(':id/retries')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({
    operationId: 'retrySetAsideJob',
    summary: 'Prøv jobben igjen, nå; det står i loggen hvem som gjorde det',
  })
  @ApiOkResponse({ type: SetAsideJobsView, description: 'De som er igjen', example: { data: [] } })
  @ApiConflictResponse({ description: 'NOT_SET_ASIDE' })
  async retry(@Param() { id }: JobPath, @Body() _: RetryBody, @Caller() caller: Caller): Promise<SetAsideJobsView> {
    if (!(await this.work.takeUp(id, caller.context()))) throw notSetAside();
    return this.listed();
  }

  private async listed(): Promise<SetAsideJobsView> {
    const jobs = await this.work.oldest(SHOWN);
    return { data: jobs.map(({ payload, ...job }) => ({ ...job, about: Object.values(payload).map(String) })) };
  }
}
