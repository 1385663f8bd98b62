import { type ProblemsFor, said } from '@kull/http';
import type { ReminderRejection } from '../domain/reminder';
import type { ReminderPlanRejection } from '../domain/reminder-plan';

/** How each refusal about a plan is said over HTTP. */
export const planProblems = {
  TEXT_MESSAGE_NOT_FOR_SUBJECT: {
    status: 422,
    title: said('Dette sendes ikke på SMS', 'Dette blir ikkje sendt på SMS', 'This is not sent as a text message'),
    detail: said(
      'SMS brukes bare om det som ikke kan vente: svarfrister og endrede samlinger. Velg e-post.',
      'SMS blir berre brukt om det som ikkje kan vente: svarfristar og endra samlingar. Vel e-post.',
      'Text messages are only for what cannot wait: deadlines to reply and changed gatherings. Choose e-mail.',
    ),
  },
  STEPS_NOT_DISTINCT: {
    status: 422,
    title: said('To trinn har samme navn', 'To trinn har same namn', 'Two steps have the same name'),
    detail: said(
      'Gi hvert trinn sitt eget navn, for eksempel P14D og P2D.',
      'Gi kvart trinn sitt eige namn, til dømes P14D og P2D.',
      'Give each step a name of its own, for example P14D and P2D.',
    ),
  },
} as const satisfies ProblemsFor<ReminderPlanRejection>;

/** How each refusal about a reminder is said over HTTP. */
export const reminderProblems = {
  REMINDER_UNKNOWN: {
    status: 404,
    title: said('Meldingen finnes ikke', 'Meldinga finst ikkje', 'The message is not there'),
  },
  OUTCOME_KNOWN: {
    status: 409,
    title: said(
      'Det er kjent hva som ble av meldingen',
      'Det er kjent kva som vart av meldinga',
      'It is known what became of the message',
    ),
    detail: said(
      'Bare en melding som kanskje er kommet fram, kan avgjøres for hånd.',
      'Berre ei melding som kanskje er komen fram, kan avgjerast for hand.',
      'Only a message that may have arrived can be settled by hand.',
    ),
  },
  NO_LONGER_VALID: {
    status: 409,
    title: said('Meldingen er utdatert', 'Meldinga er utdatert', 'The message is out of date'),
    detail: said(
      'Det den sier, er ikke nytt lenger, og den sendes ikke på nytt.',
      'Det ho seier, er ikkje nytt lenger, og ho blir ikkje send på nytt.',
      'What it says is no longer new, and it is not sent again.',
    ),
  },
  NOT_WAITING: {
    status: 409,
    title: said(
      'Meldingen venter ikke på å bli sendt',
      'Meldinga ventar ikkje på å bli send',
      'The message is not waiting to be sent',
    ),
  },
  NOT_ATTEMPTING: {
    status: 409,
    title: said('Meldingen er ikke under sending', 'Meldinga er ikkje under sending', 'The message is not being sent'),
  },
  OTHER_MESSAGE_ID: {
    status: 409,
    title: said(
      'Meldingen er forsøkt sendt sammen med andre',
      'Meldinga er forsøkt send saman med andre',
      'The message has been tried together with others',
    ),
  },
  NOT_SENT: {
    status: 409,
    title: said('Meldingen er ikke sendt', 'Meldinga er ikkje send', 'The message has not been sent'),
  },
} as const satisfies ProblemsFor<ReminderRejection>;
