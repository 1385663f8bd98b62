import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IssuedCertificates } from '@kull/certificates/contracts/issued';
import { Database, EventStore, EventStoreModule } from '@kull/event-store';
import { HttpModule, httpMigrations } from '@kull/http';
import { type Instant, newUuid } from '@kull/kernel';
import { MailSender, TextMessageSender } from '@kull/mail/contracts';
import { Messaging, MessagingModule, messagingMigrations, type QueueOptions } from '@kull/messaging';
import { JobRunner } from '@kull/messaging/job-runner';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Addresses, AddressFaults } from '../../libs/reminders/src/addresses';
import { remindersCodec } from '../../libs/reminders/src/codec/reminders.codec';
import type { PlanTerms } from '../../libs/reminders/src/domain/default-plans';
import type { Subject } from '../../libs/reminders/src/domain/occasion';
import { type ReminderEvent } from '../../libs/reminders/src/domain/reminder.events';
import { reminderPlan } from '../../libs/reminders/src/domain/reminder-plan';
import { remindersMigrations } from '../../libs/reminders/src/due-table';
import { ReminderTick, type Ticked } from '../../libs/reminders/src/planning/reminder-tick';
import { noteAddressFaultWhenRefused } from '../../libs/reminders/src/reactions/note-address-fault-when-refused';
import { planOccasionsWhenToldAtOnce } from '../../libs/reminders/src/reactions/plan-occasions';
import { sendAgainWhenResolved } from '../../libs/reminders/src/reactions/send-again-when-resolved';
import { reminderReadModel } from '../../libs/reminders/src/read-models/reminder.v1';
import { reminderPlanReadModel } from '../../libs/reminders/src/read-models/reminder-plan.v1';
import { RemindersModule } from '../../libs/reminders/src/reminders.module';
import type { SubjectPart } from '../../libs/reminders/src/subject-part';
import {
  programmeCode,
  ScriptedAddresses,
  ScriptedFaults,
  ScriptedMail,
  ScriptedTextMessages,
} from '../../libs/reminders/test-model/scripted';
import { createTestStore, type TestStore } from './database';

const readModels = [reminderPlanReadModel, reminderReadModel];

/** Reminders on a database of their own, with scripted subjects, servers and addresses, and a clock that a test sets. */
export class ReminderWorld {
  readonly mail = new ScriptedMail();
  readonly textMessages = new ScriptedTextMessages();
  readonly addresses = new ScriptedAddresses();
  readonly faults = new ScriptedFaults();
  private readonly workers: INestApplicationContext[] = [];

  private constructor(
    readonly store: TestStore,
    private readonly keysFolder: string,
    private readonly parts: readonly SubjectPart[],
  ) {}

  static async start(parts: readonly SubjectPart[], now: Instant): Promise<ReminderWorld> {
    const store = await createTestStore({
      codecs: [remindersCodec],
      readModels,
      migrations: [...messagingMigrations, ...httpMigrations, ...remindersMigrations],
    });
    const world = new ReminderWorld(store, mkdtempSync(join(tmpdir(), 'kull-reminders-')), parts);
    await store.owner.query('insert into clock.setting (offset_ms) values (0)');
    await world.setClock(now);
    return world;
  }

  /** A worker process in miniature; without a queue its jobs are run by `runJobs`. */
  async worker(queue?: QueueOptions): Promise<INestApplicationContext> {
    @Module({
      imports: [
        CqrsModule.forRoot(),
        EventStoreModule.forRoot({
          database: { url: this.store.url, role: 'kull_app' },
          codecs: [remindersCodec],
          readModels,
        }),
        MessagingModule.forRoot({
          reactions: [planOccasionsWhenToldAtOnce(this.parts), sendAgainWhenResolved, noteAddressFaultWhenRefused],
        }),
        HttpModule.forRoot({ clock: { movable: true } }),
        RemindersModule.forRoot({
          keysFolder: this.keysFolder,
          baseUrl: 'https://kull.example.no',
          mailDomain: 'kull.example.no',
          office: { name: 'Kurskontoret', email: 'kontoret@example.no' },
          subjects: this.parts,
          ports: [
            { provide: MailSender, useValue: this.mail },
            { provide: TextMessageSender, useValue: this.textMessages },
            { provide: Addresses, useValue: this.addresses },
            { provide: AddressFaults, useValue: this.faults },
            { provide: IssuedCertificates, useValue: { numbersOf: async () => [] } },
          ],
        }),
      ],
    })
    class Worker {}
    const app = await NestFactory.createApplicationContext(Worker, { logger: false, abortOnError: false });
    this.workers.push(app);
    if (queue) await app.get(Messaging).start(queue, () => undefined);
    return app;
  }

  /** The service's time; it goes on from there, and is not a fraction of a millisecond before. */
  async setClock(now: Instant): Promise<void> {
    await this.store.owner.query(
      'update clock.setting set offset_ms = ceil(extract(epoch from $1::timestamptz - now()) * 1000), moves = moves + 1',
      [now],
    );
  }

  async switchOn(subjects: readonly Subject[], at: Instant): Promise<void> {
    const command = { type: 'SwitchReminderPlans', data: { subjects, on: true, at } } as const;
    await this.store.events.execute(reminderPlan, programmeCode, command, this.by(at));
  }

  async switchOff(subjects: readonly Subject[], at: Instant): Promise<void> {
    const command = { type: 'SwitchReminderPlans', data: { subjects, on: false, at } } as const;
    await this.store.events.execute(reminderPlan, programmeCode, command, this.by(at));
  }

  async setPlan(subject: Subject, terms: PlanTerms, at: Instant): Promise<void> {
    const command = { type: 'SetReminderPlan', data: { subject, ...terms } } as const;
    await this.store.events.execute(reminderPlan, programmeCode, command, this.by(at));
  }

  tick(worker: INestApplicationContext): Promise<Ticked> {
    return worker.get(ReminderTick).tick();
  }

  /** Does every job that is due, one after the other; answers how many there were. */
  async runJobs(worker: INestApplicationContext): Promise<number> {
    const open = await this.openJobs();
    for (const id of open) await worker.get(JobRunner).run(id);
    return open.length;
  }

  async openJobs(): Promise<readonly string[]> {
    const rows = await this.store.owner.query<{ id: string }>(
      'select id from messaging.outbox where done_at is null and quarantined_at is null and due_at <= now() order by created_at, id',
    );
    return rows.map(({ id }) => id);
  }

  /** As after a crash: whoever had claimed a job is gone, and has been for a while. */
  async leasesRunOut(): Promise<void> {
    await this.store.owner.query(
      "update messaging.outbox set lease_until = now() - interval '1 second' where lease_until is not null",
    );
  }

  /** What happened to reminders, in order: `cls_1.3 P2D ReminderSent`, by what they are about. */
  async told(): Promise<readonly string[]> {
    const events = await this.store.owner.query<{
      stream: string;
      type: ReminderEvent['type'];
      data: { reason?: string };
    }>("select stream, type, data from log.event where stream like 'reminder-rem%' order by position");
    const rows = await this.store.owner.query<{ id: string; name: string }>(
      "select id, recipient || ' ' || about || ' ' || step as name from reminder_v1",
    );
    const names = new Map(rows.map(({ id, name }) => [`reminder-${id}`, name]));
    return events
      .filter(({ type }) => type !== 'ReminderPlanned' && type !== 'ReminderAttempted')
      .map(({ stream, type, data }) => [names.get(stream), type, data.reason].filter(Boolean).join(' '));
  }

  events(worker: INestApplicationContext): EventStore {
    return worker.get(EventStore);
  }

  database(worker: INestApplicationContext): Database {
    return worker.get(Database);
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.close();
    await this.store.close();
    rmSync(this.keysFolder, { recursive: true });
  }

  private by(occurredAt: Instant) {
    return { commandId: newUuid(), actor: 'admin-1', occurredAt };
  }
}
