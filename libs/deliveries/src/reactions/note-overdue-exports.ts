import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { uuidOf } from '@kull/kernel';
import { faultText } from '@kull/messaging';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { feed, feedId } from '../domain/feed';
import type { OverdueCertificate } from '../domain/feed.commands';
import { DELIVERY_DAYS } from '../domain/reporting-clock';

/** Whether this process notes what is overdue by itself: the worker does. */
export const NOTES_OVERDUE = Symbol('notes overdue');

interface Row extends Omit<OverdueCertificate, 'lineNos'> {
  readonly organiser: string;
  readonly recipient: string;
  readonly lines: readonly { readonly lineNo: number }[];
  readonly now: Date;
}

/**
 * Live certificates whose last day to deliver has passed by the clock of the service, as PostgreSQL has it: no process's
 * own clock plays a part (reliability.md D8).
 */
const LATE = `
  with clock as (
    select clock.service_now($1) as now
  ), latest as (
    select distinct on (number) number, class_id, statement
      from deliverable_version_v1 order by number, version desc
  )
  select number, class_id as "classId", statement->>'studentCourseId' as "studentCourseId",
         statement->>'completionDate' as "completionDate", statement #>> '{organiser,orgNumber}' as organiser,
         statement #>> '{recipient,orgNumber}' as recipient, statement->'lines' as lines, clock.now
    from latest, clock
   where statement is not null
     and (statement->>'completionDate')::date + ${DELIVERY_DAYS} < (clock.now at time zone 'Europe/Oslo')::date
     and not exists (select from overdue_delivery_v2 o where o.number = latest.number)
     and not exists (select from sent_line_v2 l where l.number = latest.number and not l.is_rejected)
   order by number`;

const EVERY_MS = 600_000;

/** Says of each certificate that was not delivered in time that it is overdue, once (I-52). Doing it again does nothing. */
@Injectable()
export class NoteOverdueExports implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('overdue deliveries');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly events: EventStore,
    private readonly clock: DatabaseClock,
    @Inject(NOTES_OVERDUE) private readonly byItself: boolean,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.byItself) return;
    this.timer = setInterval(() => void this.tryRun(), EVERY_MS);
    void this.tryRun();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Answers how many became overdue. */
  async run(): Promise<number> {
    const byFeed = new Map<string, { now: Date; certificates: OverdueCertificate[] }>();
    for (const { organiser, recipient, lines, now, ...certificate } of await this.events.query<Row>(LATE, [
      this.clock.movable,
    ])) {
      const id = feedId(organiser, recipient);
      const late = byFeed.get(id) ?? { now, certificates: [] };
      late.certificates.push({ ...certificate, lineNos: lines.map(({ lineNo }) => lineNo) });
      byFeed.set(id, late);
    }
    let noted = 0;
    for (const [id, { now, certificates }] of byFeed) noted += await this.note(id, certificates, now);
    return noted;
  }

  private async note(id: string, certificates: readonly OverdueCertificate[], now: Date): Promise<number> {
    const order = { type: 'NoteOverdue', data: { certificates } } as const;
    const occurredAt = now.toISOString();
    const context = { commandId: uuidOf('NoteOverdue', id, occurredAt), actor: 'worker', source: 'timer', occurredAt };
    const outcome = await this.events.execute(feed, id, order, context);
    return 'accepted' in outcome ? outcome.accepted.events.length : 0;
  }

  private async tryRun(): Promise<void> {
    try {
      await this.run();
    } catch (fault) {
      this.log.warn({ message: 'not noted this time', fault: faultText(fault) });
    }
  }
}
