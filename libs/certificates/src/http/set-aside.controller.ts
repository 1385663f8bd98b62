import { Allow, answer, Caller, ClassId, type ProblemsFor, said } from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ResumeCertificateWork, type ResumeRejection } from '../commands/resume-certificate-work';
import { SetAsideCertificates } from '../set-aside-certificates';

class RetryBody extends createZodDto(z.strictObject({})) {}

class SetAsidePath extends createZodDto(z.object({ job: z.uuid() })) {}

const setAsideView = z.strictObject({
  job: z.string(),
  studentNo: z.string(),
  setAsideAt: z.string(),
  attempts: z.int(),
  fault: z.string(),
});

/** A certificate that could not be made, and what is known of why. */
export type SetAsideView = z.output<typeof setAsideView>;

class SetAsideListView extends createZodDto(z.strictObject({ data: z.array(setAsideView) })) {}

const example: SetAsideView = {
  job: '4f0c5d5e-6a3b-5c1d-9e2f-0a1b2c3d4e5f',
  studentNo: 'S260004',
  setAsideAt: '2026-06-19T12:01:25.000Z',
  attempts: 5,
  fault: 'CertificateRefused',
};

const problems = {
  NOT_SET_ASIDE: {
    status: 409,
    title: said(
      'Kursbeviset er ikke satt til side lenger',
      'Kursbeviset er ikkje sett til side lenger',
      'The certificate is not set aside any more',
    ),
    detail: said(
      'Noen har prøvd igjen før deg, eller det er utstedt. Last siden på nytt for å se hvordan det står.',
      'Nokon har prøvd igjen før deg, eller det er skrive ut. Last sida på nytt for å sjå korleis det står.',
      'Somebody has tried again before you, or it is issued. Load the page anew to see how it stands.',
    ),
  },
} as const satisfies ProblemsFor<ResumeRejection>;

/** Certificates that workers gave up on (reliability.md T25): what they are, why, and once more. */
@ApiTags('certificates')
@Controller('classes/:id/set-aside-certificates')
export class SetAsideController {
  constructor(
    private readonly certificates: SetAsideCertificates,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  @Allow('administrator', 'coordinator')
  @ApiOperation({
    operationId: 'listSetAsideCertificates',
    summary: 'Kursbevis som ikke kunne lages og er satt til side: hvem, hvorfor, siden når',
  })
  @ApiOkResponse({ type: SetAsideListView, example: { data: [example] } })
  list(@ClassId() id: string): Promise<SetAsideListView> {
    return this.listed(id);
  }

  @Post(':job/retries')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({
    operationId: 'retrySetAsideCertificate',
    summary: 'Prøv å lage kursbeviset igjen, nå; det står i loggen hvem som gjorde det',
  })
  @ApiOkResponse({ type: SetAsideListView, description: 'De som er igjen', example: { data: [] } })
  async retry(
    @ClassId() id: string,
    @Param() { job }: SetAsidePath,
    @Body() _: RetryBody,
    @Caller() caller: Caller,
  ): Promise<SetAsideListView> {
    answer(await this.commands.execute(new ResumeCertificateWork(id, job, caller.context())), problems);
    return this.listed(id);
  }

  private async listed(id: string): Promise<SetAsideListView> {
    const found = await this.certificates.ofClass(id);
    return { data: found.map(({ studentCourseId: _, ...view }) => view) };
  }
}
