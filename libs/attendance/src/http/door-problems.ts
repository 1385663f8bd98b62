import { type ProblemsFor, type Said, said } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { CheckInRejection } from '../commands/check-in';
import type { ScanAnswer } from '../commands/scan-at-door';
import type { DoorCodeRejection } from '../domain/door-code';
import type { DoorRefusal } from '../domain/door-decision';
import type { DoorRosterRejection } from '../door-rosters';
import { markMessages } from './row-messages';

/** How each refusal about door codes and rosters is said over HTTP. */
export const doorProblems = {
  CLASS_NOT_PLANNED: {
    status: 404,
    title: said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there'),
  },
  UNKNOWN_STUDENT: {
    status: 404,
    title: said('Studenten er ikke i klassen', 'Studenten er ikkje i klassen', 'The student is not in the class'),
  },
  GATHERING_NOT_SCHEDULED: {
    status: 404,
    title: said('Klassen har ingen slik samling', 'Klassen har inga slik samling', 'The class has no such gathering'),
  },
  DOOR_CODE_NOT_ISSUED: {
    status: 409,
    title: said(
      'Studenten har ingen dørkode som er i bruk',
      'Studenten har ingen dørkode som er i bruk',
      'The student has no door code in use',
    ),
    detail: said(
      'Den forrige er sperret, eller ingen er hentet ennå. Neste gang studenten henter koden, er den ny.',
      'Den førre er sperra, eller ingen er henta enno. Neste gong studenten hentar koden, er han ny.',
      'The last one is blocked, or none has been fetched yet. The next time the student fetches the code, it is a new one.',
    ),
  },
} as const satisfies ProblemsFor<DoorCodeRejection | DoorRosterRejection | Rejection<'UNKNOWN_STUDENT'>>;

/** What is said of a code that does not open the door. */
const doorMessages: Readonly<Record<Exclude<DoorRefusal, 'OTHER_CLASS'>, Said>> = {
  NOT_A_CODE: said(
    'Dette er ikke en dørkode herfra. Be studenten åpne «Min QR», eller finn navnet i listen',
    'Dette er ikkje ein dørkode herifrå. Be studenten opne «Min QR», eller finn namnet i lista',
    'This is not a door code from here. Ask the student to open “My QR”, or find the name in the list',
  ),
  UNKNOWN_CODE: said(
    'Koden tilhører ingen student i kullet. Finn navnet i listen, eller spør kursledelsen',
    'Koden høyrer ikkje til nokon student i kullet. Finn namnet i lista, eller spør kursleiinga',
    'The code belongs to no student in the cohort. Find the name in the list, or ask the course management',
  ),
  REVOKED_CODE: said(
    'Koden er sperret. Be studenten hente den nye, eller finn navnet i listen',
    'Koden er sperra. Be studenten hente den nye, eller finn namnet i lista',
    'The code is blocked. Ask the student to fetch the new one, or find the name in the list',
  ),
};

/** Which class a code belongs to. */
export const belongsTo = (classCode: string | undefined): Said =>
  said(
    `Hører til ${classCode ?? 'en annen klasse'}`,
    `Høyrer til ${classCode ?? 'ein annan klasse'}`,
    `Belongs to ${classCode ?? 'another class'}`,
  );

/** What is said of a scan that was not taken. */
export const scanMessage = ({ code, ...at }: Extract<ScanAnswer, { readonly status: 'rejected' }>): Said =>
  code === 'OTHER_CLASS' ? belongsTo(at.class) : { ...markMessages, ...doorMessages }[code];

/** How each refusal of a student's own mark is said over HTTP. */
export const checkInProblems = {
  CLASS_NOT_PLANNED: {
    status: 404,
    title: said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there'),
  },
  NO_SESSION_NOW: {
    status: 409,
    title: said('Klassen har ingen økt nå', 'Klassen har inga økt no', 'The class has no session now'),
    detail: said(
      'Merk deg fra en time før økten begynner og til den er slutt.',
      'Merk deg frå ein time før økta byrjar og til ho er slutt.',
      'Mark yourself from one hour before the session begins and until it is over.',
    ),
  },
  NOT_A_CODE: {
    status: 422,
    title: said(
      'Dette er ikke en dørkode herfra',
      'Dette er ikkje ein dørkode herifrå',
      'This is not a door code from here',
    ),
    detail: said(
      'Hent koden på nytt, eller si fra til den som underviser.',
      'Hent koden på nytt, eller sei frå til den som underviser.',
      'Fetch the code again, or tell whoever is teaching.',
    ),
  },
  UNKNOWN_CODE: {
    status: 422,
    title: said(
      'Koden tilhører ingen student i kullet',
      'Koden høyrer ikkje til nokon student i kullet',
      'The code belongs to no student in the cohort',
    ),
    detail: said(
      'Si fra til den som underviser, så føres du i listen.',
      'Sei frå til den som underviser, så blir du ført i lista.',
      'Tell whoever is teaching, and you will be marked in the list.',
    ),
  },
  REVOKED_CODE: {
    status: 422,
    title: said('Koden er sperret', 'Koden er sperra', 'The code is blocked'),
    detail: said('Hent den nye, og prøv igjen.', 'Hent den nye, og prøv igjen.', 'Fetch the new one, and try again.'),
  },
  OTHER_CLASS: {
    status: 422,
    title: said('Du hører til en annen klasse', 'Du høyrer til ein annan klasse', 'You belong to another class'),
    detail: (rejection) => belongsTo(rejection.class),
  },
  UNKNOWN_STUDENT: {
    status: 422,
    title: said(
      'Du står ikke på listen for denne økten',
      'Du står ikkje på lista for denne økta',
      'You are not on the list for this session',
    ),
    detail: said('Si fra til den som underviser.', 'Sei frå til den som underviser.', 'Tell whoever is teaching.'),
  },
  REGISTER_LOCKED: {
    status: 409,
    title: said('Oppmøtet er låst', 'Oppmøtet er låst', 'The register is locked'),
    detail: said(
      'Si fra til kursledelsen; de kan rette det.',
      'Sei frå til kursleiinga; dei kan rette det.',
      'Tell the course management; they can correct it.',
    ),
  },
  UNKNOWN_SESSION: {
    status: 422,
    title: markMessages.UNKNOWN_SESSION,
  },
  INVALID_MARK: {
    status: 422,
    title: markMessages.INVALID_MARK,
  },
  INVALID_HOURS: {
    status: 422,
    title: markMessages.INVALID_HOURS,
  },
  INVALID_OBSERVER: {
    status: 422,
    title: markMessages.INVALID_OBSERVER,
  },
  INVALID_TIMESTAMP: {
    status: 422,
    title: markMessages.INVALID_TIMESTAMP,
  },
  MARK_DIFFERS: {
    status: 409,
    title: markMessages.MARK_DIFFERS,
  },
  HOURS_EXCEED_SESSION: {
    status: 422,
    title: markMessages.HOURS_EXCEED_SESSION,
  },
  SESSION_NOT_STARTED: {
    status: 409,
    title: markMessages.SESSION_NOT_STARTED,
  },
  OBSERVED_IN_FUTURE: {
    status: 422,
    title: markMessages.OBSERVED_IN_FUTURE,
  },
} as const satisfies ProblemsFor<CheckInRejection>;
