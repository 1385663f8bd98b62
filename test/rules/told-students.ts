import type { Recorded } from '@kull/event-store';
import { Database, EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { MailSender } from '@kull/mail/contracts';
import { ClassDirectory } from '@kull/teaching/contracts';
import { reminderChoices } from '../../libs/reminders/src/domain/reminder-choices';
import { PlanOccasion } from '../../libs/reminders/src/reactions/plan-occasion';
import { SendReminders } from '../../libs/reminders/src/reactions/send-reminders';
import type { TestApi } from '../harness/api';
import type { CourseClient } from './course-client';

const subjects = ['CERTIFICATE_ISSUED', 'CERTIFICATE_REPLACED', 'CERTIFICATE_REVOKED'] as const;

/** The letters on certificates that students of a programme get: planned and sent as the worker does it. */
export class ToldStudents {
  constructor(
    private readonly api: TestApi,
    private readonly client: CourseClient,
  ) {}

  /** From that day on they are told of certificates, which replaced ones they may decline; `now` is when it is afterwards. */
  async tellFrom(programme: string, day: string, now: string): Promise<void> {
    await this.client.put('/clock', { now: day });
    const terms = { steps: [{ step: 'ONCE', daysBefore: 0, at: '09:00' }], channels: ['MAIL'], validForHours: 168 };
    const replaced = { ...terms, collected: false, mayBeDeclined: true };
    await this.client.put(`/reminder-plans/${programme}/CERTIFICATE_REPLACED`, replaced);
    for (const subject of subjects)
      await this.client.post(`/reminder-plans/${programme}/${subject}/switches`, { on: true });
    await this.client.put('/clock', { now });
  }

  /** Every other student of the class would rather not hear that a certificate is replaced. */
  async declineReplaced(classId: string): Promise<void> {
    const students = await this.api.app.get(ClassDirectory, { strict: false }).students(classId);
    for (const { personId } of students.filter((_, i) => i % 2 === 0))
      await this.api.app
        .get(EventStore)
        .execute(
          reminderChoices,
          personId,
          { type: 'DeclineReminders', data: { subjects: ['CERTIFICATE_REPLACED'] } },
          { commandId: newUuid(), actor: 'student', occurredAt: '2026-07-01T00:00:00.000Z' },
        );
  }

  /** What the events lead to, by `subject number version`; every letter arrives. */
  async tell(events: readonly Recorded[]): Promise<readonly string[]> {
    jest.spyOn(this.api.app.get(MailSender, { strict: false }), 'send').mockResolvedValue({ outcome: 'sent' });
    const database = this.api.app.get(Database);
    for (const { stream, version } of events)
      for (const subject of subjects)
        await this.api.app.get(PlanOccasion, { strict: false }).handle({ subject, stream, version });
    const batches = await database.query<{ batch: string }>(
      'select distinct batch from reminders.due where batch is not null and settled_at is null',
    );
    const job = { outboxId: newUuid(), key: 'test', fence: { hold: async () => undefined } };
    for (const { batch } of batches) await this.api.app.get(SendReminders, { strict: false }).handle({ batch }, job);
    const sent = await database.query<{ name: string }>(
      "select subject || ' ' || about || ' ' || version as name from reminder_v1 where state = 'SENT' and about = any ($1)",
      [events.map(({ data }) => (data as { number: string }).number)],
    );
    return sent.map(({ name }) => name);
  }
}
