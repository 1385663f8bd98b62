import type { ProblemsFor } from '@kull/http';
import type { ReminderRejection } from '../domain/reminder';
import type { ReminderPlanRejection } from '../domain/reminder-plan';

/** How each refusal about a plan is said over HTTP. */
export const planProblems = {
  TEXT_MESSAGE_NOT_FOR_SUBJECT: {
    status: 422,
    title: 'Dette sendes ikke på SMS',
    detail: 'SMS brukes bare om det som ikke kan vente: svarfrister og endrede samlinger. Velg e-post.',
  },
  STEPS_NOT_DISTINCT: {
    status: 422,
    title: 'To trinn har samme navn',
    detail: 'Gi hvert trinn sitt eget navn, for eksempel P14D og P2D.',
  },
} as const satisfies ProblemsFor<ReminderPlanRejection>;

/** How each refusal about a reminder is said over HTTP. */
export const reminderProblems = {
  REMINDER_UNKNOWN: { status: 404, title: 'Meldingen finnes ikke' },
  OUTCOME_KNOWN: {
    status: 409,
    title: 'Det er kjent hva som ble av meldingen',
    detail: 'Bare en melding som kanskje er kommet fram, kan avgjøres for hånd.',
  },
  NO_LONGER_VALID: {
    status: 409,
    title: 'Meldingen er utdatert',
    detail: 'Det den sier, er ikke nytt lenger, og den sendes ikke på nytt.',
  },
  NOT_WAITING: { status: 409, title: 'Meldingen venter ikke på å bli sendt' },
  NOT_ATTEMPTING: { status: 409, title: 'Meldingen er ikke under sending' },
  OTHER_MESSAGE_ID: { status: 409, title: 'Meldingen er forsøkt sendt sammen med andre' },
  NOT_SENT: { status: 409, title: 'Meldingen er ikke sendt' },
} as const satisfies ProblemsFor<ReminderRejection>;
