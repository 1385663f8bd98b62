import { IssuedCertificates } from '@kull/certificates/contracts/issued';
import { Allow, answer, Caller, decodeCursor, encodeCursor, listQuery, Problem } from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ResolveReminder } from '../commands/resolve-reminder';
import { subjects } from '../domain/subjects';
import { type LedgerState, ledgerStates } from '../read-models/reminder.v1';
import {
  type LedgerCursor,
  type LedgerFilter,
  type LedgerRow,
  ReminderLedgerQueries,
} from '../read-models/reminder-ledger.query';
import { reminderProblems } from './problems';

class LedgerQuery extends createZodDto(
  z.strictObject({
    ...listQuery.shape,
    state: z.enum(ledgerStates).optional(),
    subject: z.enum(subjects).optional(),
    recipient: z.string().min(1).max(100).optional(),
    /** About the certificates and gatherings of this class. */
    class: z.string().min(1).max(64).optional(),
  }),
) {}

class ResolutionDocument extends createZodDto(z.strictObject({ resolution: z.enum(['ARRIVED', 'SEND_AGAIN']) })) {}

interface Ledger {
  readonly counts: Readonly<Record<LedgerState, number>>;
  readonly data: readonly LedgerRow[];
  readonly nextCursor: string | null;
}

const example: LedgerRow = {
  id: 'rem_01j9zq8x7w6v5t4s3r2q1p0n9m',
  programmeCode: 'NLP',
  subject: 'GATHERING',
  about: 'cls_01j9zq8x7w6v5t4s3r2q1p0n9m.3',
  step: 'P2D',
  version: '1',
  recipient: 'per_01j9zq8x7w6v5t4s3r2q1p0n9m',
  channel: 'MAIL',
  dueAt: '2027-02-14T08:00:00.000Z',
  state: 'SENT',
  stateAt: '2027-02-14T08:00:04.000Z',
  attempts: 1,
  reason: null,
};

/** What was told to whom: planned, attempted, sent, failed, unknown, cancelled and why. */
@ApiTags('reminders')
@Controller('reminders')
@Allow('administrator')
export class RemindersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly ledger: ReminderLedgerQueries,
    private readonly certificates: IssuedCertificates,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listReminders',
    summary: 'Hva som er sendt, skal sendes og ikke ble sendt, og hvorfor',
  })
  @ApiOkResponse({
    example: {
      counts: { PLANNED: 12, ATTEMPTING: 0, SENT: 430, DEFERRED: 1, FAILED: 2, UNKNOWN: 1, CANCELLED: 17 },
      data: [example],
      nextCursor: null,
    },
  })
  async list(@Query() { limit, cursor, class: classId, ...asked }: LedgerQuery): Promise<Ledger> {
    const [dueAt, id] = decodeCursor(cursor) ?? [];
    const filter: LedgerFilter =
      classId === undefined
        ? asked
        : { ...asked, ofClass: { classId, certificates: await this.certificates.numbersOf(classId) } };
    const after: LedgerCursor | undefined =
      dueAt === undefined || id === undefined ? undefined : [String(dueAt), String(id)];
    const [counts, found] = await Promise.all([this.ledger.counts(filter), this.ledger.page(filter, after, limit + 1)]);
    const data = found.slice(0, limit);
    const last = data.at(-1);
    return {
      counts,
      data,
      nextCursor: found.length > limit && last ? encodeCursor(last.dueAt, last.id) : null,
    };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getReminder', summary: 'En melding, og hvor den står' })
  @ApiOkResponse({ example })
  async show(@Param('id') id: string): Promise<LedgerRow> {
    const row = await this.ledger.one(id);
    if (!row) throw Problem.notFound();
    return row;
  }

  @Post(':id/resolutions')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'resolveReminder',
    summary: 'Si at en melding med ukjent utfall kom fram, eller bestem at den sendes på nytt',
  })
  @ApiOkResponse({ example: { ...example, reason: 'ARRIVED' } })
  @ApiConflictResponse({
    description: 'Utfallet er kjent (OUTCOME_KNOWN), eller meldingen er utdatert (NO_LONGER_VALID)',
  })
  async resolve(
    @Param('id') id: string,
    @Body() { resolution }: ResolutionDocument,
    @Caller() caller: Caller,
  ): Promise<LedgerRow> {
    answer(await this.commands.execute(new ResolveReminder(id, resolution, caller.context())), reminderProblems);
    return this.show(id);
  }
}
