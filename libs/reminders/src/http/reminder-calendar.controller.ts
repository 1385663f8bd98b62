import { Allow, Problem, said, Worded } from '@kull/http';
import {
  addDays,
  Clock,
  type Instant,
  instantInOslo,
  isLocalDate,
  type Language,
  localDateInOslo,
  parseInstant,
} from '@kull/kernel';
import { WorkReport } from '@kull/messaging';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { subjects } from '../domain/subjects';
import { type CalendarEntry, ReminderCalendar } from '../planning/reminder-calendar';
import { ReminderLedgerQueries } from '../read-models/reminder-ledger.query';
import { subjectNames } from '../words/subject-names';
import { stopWords } from './stop-words';

const DAYS = 28;
const MOST_DAYS = 400;

class CalendarQuery extends createZodDto(
  z.strictObject({
    until: z.string().max(40).optional(),
    subject: z.enum(subjects).optional(),
  }),
) {}

/** An entry with what it is about, and what would stop it, in words. */
export interface EntryInWords extends CalendarEntry {
  readonly reason: string;
  readonly cancelledBy: string;
}

const inWords = (entry: CalendarEntry, language: Language): EntryInWords => ({
  ...entry,
  reason: subjectNames[language][entry.subject],
  cancelledBy: stopWords[entry.subject][language],
});

interface CalendarView {
  readonly from: Instant;
  readonly until: Instant;
  readonly data: readonly EntryInWords[];
  /** Backlog and stuck work. */
  readonly work: {
    readonly open: number;
    readonly oldestDueAt: Instant | null;
    readonly quarantined: number;
    /** May have arrived; somebody has to say. */
    readonly unknown: number;
    /** Not accepted yet; tried again. */
    readonly deferred: number;
  };
}

const example: CalendarView = {
  from: '2027-02-01T08:00:00.000Z',
  until: '2027-03-01T08:00:00.000Z',
  data: [
    {
      id: 'rem_01j9zq8x7w6v5t4s3r2q1p0n9m',
      sendAt: '2027-02-14T08:00:00.000Z',
      dueAt: '2027-02-14T08:00:00.000Z',
      programmeCode: 'NLP',
      subject: 'GATHERING',
      reason: subjectNames.nb.GATHERING,
      about: 'cls_01j9zq8x7w6v5t4s3r2q1p0n9m.3',
      step: 'P2D',
      recipient: 'per_01j9zq8x7w6v5t4s3r2q1p0n9m',
      channel: 'MAIL',
      cancelledBy: stopWords.GATHERING.nb,
      standing: 'expected',
    },
  ],
  work: { open: 0, oldestDueAt: null, quarantined: 0, unknown: 0, deferred: 0 },
};

/** What goes out in the coming weeks, to whom, why, and what would stop it (W28). */
@ApiTags('reminders')
@Controller('reminder-calendar')
@Allow('administrator')
export class ReminderCalendarController {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: ReminderCalendar,
    private readonly ledger: ReminderLedgerQueries,
    private readonly work: WorkReport,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getReminderCalendar',
    summary: 'Hva som vil bli sendt, til hvem, hvorfor, og hva som ville stoppe det; uten «until» fire uker fram',
  })
  @ApiOkResponse({ example })
  async show(@Query() { until, subject }: CalendarQuery): Promise<Worded<CalendarView>> {
    const from = this.clock.now();
    const end = endOf(until, from);
    const [data, { open, oldestDueAt, quarantined }, counts] = await Promise.all([
      this.calendar.until(end, { subject }),
      this.work.summary(),
      this.ledger.counts({ subject }),
    ]);
    const work = { open, oldestDueAt, quarantined, unknown: counts.UNKNOWN, deferred: counts.DEFERRED };
    return new Worded((language) => ({ from, until: end, data: data.map((one) => inWords(one, language)), work }));
  }
}

/** A day, to its end, or an instant. */
const endOf = (until: string | undefined, from: Instant): Instant => {
  const today = localDateInOslo(from);
  if (until === undefined) return instantInOslo(addDays(today, DAYS));
  const end = isLocalDate(until) ? instantInOslo(addDays(until, 1)) : parseInstant(until);
  if (end === undefined || end > instantInOslo(addDays(today, MOST_DAYS))) {
    throw Problem.invalid([
      {
        pointer: '/until',
        code: 'UNTIL_INVALID',
        detail: said(
          'En dag eller et tidspunkt, høyst 400 dager fram',
          'Ein dag eller eit tidspunkt, høgst 400 dagar fram',
          'A day or a time, at most 400 days ahead',
        ),
      },
    ]);
  }
  return end;
};
