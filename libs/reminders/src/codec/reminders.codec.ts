import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';
import { subjects } from '../domain/subjects';

const subject = z.enum(subjects);
/** An id of several parts, or a code as people have it. */
const name = z.union([leaf.id(), leaf.code()]);
const channel = z.enum(['MAIL', 'TEXT_MESSAGE']);
const attempt = leaf.integer();
const chosen = z.strictObject({ subjects: z.array(subject).min(1) });

/** The stored form of plans, of every reminder, and of what people do not want to hear of. */
export const remindersCodec = defineCodec({
  ReminderPlanSet: {
    schemaVersion: 1,
    schema: z.strictObject({
      subject,
      steps: z.array(z.strictObject({ step: leaf.code(), daysBefore: leaf.integer(), at: leaf.code() })).min(1),
      channels: z.array(channel).min(1),
      validForHours: leaf.integer(),
      collected: leaf.boolean(),
      mayBeDeclined: leaf.boolean(),
    }),
  },
  ReminderPlanSwitchedOn: { schemaVersion: 1, schema: z.strictObject({ subject, at: leaf.instant() }) },
  ReminderPlanSwitchedOff: { schemaVersion: 1, schema: z.strictObject({ subject }) },
  ReminderPlanned: {
    schemaVersion: 1,
    schema: z.strictObject({
      programmeCode: leaf.code(),
      subject,
      about: name,
      step: leaf.code(),
      version: name,
      recipient: name,
      channel,
      dueAt: leaf.instant(),
      validUntil: leaf.instant(),
    }),
  },
  ReminderAttempted: {
    schemaVersion: 1,
    schema: z.strictObject({ attempt, messageId: leaf.id(), address: leaf.hash().optional() }),
  },
  ReminderSent: { schemaVersion: 1, schema: z.strictObject({ attempt }) },
  ReminderDeferred: {
    schemaVersion: 1,
    schema: z.strictObject({ attempt, code: leaf.integer().optional(), notBefore: leaf.instant() }),
  },
  ReminderFailed: {
    schemaVersion: 1,
    schema: z.strictObject({ attempt, code: leaf.integer().optional(), because: z.enum(['ADDRESS']).optional() }),
  },
  ReminderBounced: { schemaVersion: 1, schema: z.strictObject({ code: leaf.code().optional() }) },
  ReminderUnknown: { schemaVersion: 1, schema: z.strictObject({ attempt, cause: z.enum(['NO_REPLY', 'STOPPED']) }) },
  ReminderCancelled: {
    schemaVersion: 1,
    schema: z.strictObject({
      reason: z.enum([
        'SETTLED',
        'MOVED',
        'WITHDRAWN',
        'SWITCHED_OFF',
        'DECLINED',
        'TOO_LATE',
        'NO_ADDRESS',
        'FORGOTTEN',
      ]),
    }),
  },
  ReminderResolved: { schemaVersion: 1, schema: z.strictObject({ resolution: z.enum(['ARRIVED', 'SEND_AGAIN']) }) },
  RemindersDeclined: { schemaVersion: 1, schema: chosen },
  RemindersAccepted: { schemaVersion: 1, schema: chosen },
});
