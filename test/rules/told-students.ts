import type { Recorded } from '@kull/event-store';
import { Database, EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { MailSender } from '@kull/mail/contracts';
import { ClassDirectory } from '@kull/teaching/contracts';
import { reminderChoices } from '../../libs/reminders/src/domain/reminder-choices';
import { DueReminders } from '../../libs/reminders/src/planning/due-reminders';
import { PlanOccasion } from '../../libs/reminders/src/reactions/plan-occasion';
import { SendReminders } from '../../libs/reminders/src/reactions/send-reminders';
import type { TestApi } from '../harness/api';
import type { CourseClient } from './course-client';

const subjects = ['CERTIFICATE_ISSUED', 'CERTIFICATE_REPLACED', 'CERTIFICATE_REVOKED', 'ATTENDANCE_AT_RISK'] as const;

/** A morning later than all that is told here. */
const NEXT_MORNING = '2026-07-11T07:00:00.000Z';

/** The letters on certificates and attendance that students of a programme get: planned and sent as the worker does it. */
export class ToldStudents {
  private now = '';

  constructor(
    private readonly api: TestApi,
    private readonly client: CourseClient,
  ) {}

  /** From that day on they are told, of replaced certificates unless they decline; `now` is when it is afterwards. */
  async tellFrom(programme: string, day: string, now: string): Promise<void> {
    await this.client.put('/clock', { now: day });
    const terms = { steps: [{ step: 'ONCE', daysBefore: 0, at: '09:00' }], channels: ['MAIL'], validForHours: 168 };
    const replaced = { ...terms, collected: false, mayBeDeclined: true };
    await this.client.put(`/reminder-plans/${programme}/CERTIFICATE_REPLACED`, replaced);
    this.now = now;
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

  /** What the events lead to, by `subject about version`; every letter arrives, what is collected the next morning. */
  async tell(events: readonly Recorded[]): Promise<readonly string[]> {
    jest.spyOn(this.api.app.get(MailSender, { strict: false }), 'send').mockResolvedValue({ outcome: 'sent' });
    for (const { stream, version } of events)
      for (const subject of subjects)
        await this.api.app.get(PlanOccasion, { strict: false }).handle({ subject, stream, version });
    await this.send();
    await this.client.put('/clock', { now: NEXT_MORNING });
    await this.api.app.get(DueReminders, { strict: false }).handOver();
    await this.send();
    await this.client.put('/clock', { now: this.now });
    const sent = await this.api.app
      .get(Database)
      .query<{ name: string }>(
        "select subject || ' ' || about || ' ' || version as name from reminder_v1 where state = 'SENT' and about = any ($1)",
        [events.map(aboutOf)],
      );
    return sent.map(({ name }) => name);
  }

  private async send(): Promise<void> {
    const batches = await this.api.app
      .get(Database)
      .query<{ batch: string }>(
        'select distinct batch from reminders.due where batch is not null and settled_at is null',
      );
    const job = { outboxId: newUuid(), key: 'test', fence: { hold: async () => undefined } };
    for (const { batch } of batches) await this.api.app.get(SendReminders, { strict: false }).handle({ batch }, job);
  }
}

/** What a letter on the event is about (README of the subjects). */
export const aboutOf = ({ stream, data }: Recorded): string => {
  const { number, award, classId } = data as {
    readonly number?: string;
    readonly award?: string;
    readonly classId?: string;
  };
  return number ?? [stream.slice('attendance-standing-'.length), award, classId].join('.');
};
