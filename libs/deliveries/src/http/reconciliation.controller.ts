import { Allow, Worded } from '@kull/http';
import type { Language } from '@kull/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { buckets, type ReconciledLine } from '../domain/reconciliation';
import { PointsReport } from '../read-models/points-report';
import { inWords } from './preview.dto';
import { classUnknown } from './problems';
import { ReconciliationView } from './reconciliation-view';

class ReconciliationQuery extends createZodDto(z.strictObject({ classId: z.string().min(1).max(64) })) {}

const lineView = (one: ReconciledLine, language: Language): ReconciliationView['lines'][number] => ({
  studentNo: one.studentNo,
  studentCourseId: one.studentCourseId,
  certificateNo: one.number ?? null,
  version: one.version ?? null,
  lineNo: one.lineNo,
  bucket: one.bucket,
  points: one.points,
  exportId: one.last?.batchId ?? null,
  seq: one.last?.seq ?? null,
  codes: [...one.keptOut, ...(one.rejectedAs === undefined ? [] : [one.rejectedAs])].map((code) =>
    inWords(code, language),
  ),
  awaitsRepair: one.awaitsRepair,
  deliverBy: one.deliverBy,
  daysLeft: one.daysLeft ?? null,
});

const example: ReconciliationView = {
  sums: { NOT_DUE: 0, DUE: 60, SENT: 120, RECEIVED: 1200, REJECTED: 60, POSTED: 0, CORRECTED: 0 },
  entitlement: 1440,
  addsUp: true,
  lines: [
    {
      studentNo: 'S260003',
      studentCourseId: 'stc_3f8h2k6m9q1s4v7x0z2b5d8g1j',
      certificateNo: '7Q4K-9M2X-T',
      version: 1,
      lineNo: 1,
      bucket: 'REJECTED',
      points: 60,
      exportId: '5f2c8a1e-7b3d-5c4e-9f60-1a2b3c4d5e6f',
      seq: 18,
      codes: [inWords('E301', 'nb')],
      awaitsRepair: true,
      deliverBy: '2026-07-19',
      daysLeft: 9,
    },
  ],
};

/** Sent against received against posted, point by point. */
@ApiTags('exports')
@Controller('reconciliation')
@Allow('administrator')
export class ReconciliationController {
  constructor(private readonly report: PointsReport) {}

  @Get()
  @ApiOperation({ operationId: 'reconcileClass', summary: 'Hvor hvert kurspoeng i en klasse er, og om det går opp' })
  @ApiOkResponse({ type: ReconciliationView, example })
  async get(@Query() { classId }: ReconciliationQuery): Promise<Worded<ReconciliationView>> {
    const found = await this.report.reconciliation(classId);
    if (!found) throw classUnknown();
    const { lines, sums: of, entitlement } = found;
    const total = buckets.reduce((sum, bucket) => sum + Math.round(of[bucket] * 10), 0);
    return new Worded((language) => ({
      sums: { ...of },
      entitlement,
      addsUp: total === Math.round(entitlement * 10),
      lines: lines.map((one) => lineView(one, language)),
    }));
  }
}
