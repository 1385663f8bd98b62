import { Allow, ClassId } from '@kull/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { SetAsideCertificates } from '../set-aside-certificates';

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

/** Certificates that workers gave up on (reliability.md T25): what they are, and why. They are taken up as any job is. */
@ApiTags('certificates')
@Controller('classes/:id/set-aside-certificates')
export class SetAsideController {
  constructor(private readonly certificates: SetAsideCertificates) {}

  @Get()
  @Allow('administrator', 'coordinator')
  @ApiOperation({
    operationId: 'listSetAsideCertificates',
    summary: 'Kursbevis som ikke kunne lages og er satt til side: hvem, hvorfor, siden når',
  })
  @ApiOkResponse({ type: SetAsideListView, example: { data: [example] } })
  async list(@ClassId() id: string): Promise<SetAsideListView> {
    return { data: [...(await this.certificates.ofClass(id))] };
  }
}
