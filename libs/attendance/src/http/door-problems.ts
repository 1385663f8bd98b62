import type { ProblemsFor } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { CheckInRejection } from '../commands/check-in';
import type { ScanAnswer } from '../commands/scan-at-door';
import type { DoorCodeRejection } from '../domain/door-code';
import type { DoorRefusal } from '../domain/door-decision';
import type { DoorRosterRejection } from '../door-rosters';
import { markMessages } from './problems';

/** How each refusal about door codes and rosters is said over HTTP. */
export const doorProblems = {
  CLASS_NOT_PLANNED: { status: 404, title: 'Klassen finnes ikke' },
  UNKNOWN_STUDENT: { status: 404, title: 'Studenten er ikke i klassen' },
  GATHERING_NOT_SCHEDULED: { status: 404, title: 'Klassen har ingen slik samling' },
  DOOR_CODE_NOT_ISSUED: {
    status: 409,
    title: 'Studenten har ingen dørkode som er i bruk',
    detail: 'Den forrige er sperret, eller ingen er hentet ennå. Neste gang studenten henter koden, er den ny.',
  },
} as const satisfies ProblemsFor<DoorCodeRejection | DoorRosterRejection | Rejection<'UNKNOWN_STUDENT'>>;

/** What is said of a code that does not open the door. */
const doorMessages = {
  NOT_A_CODE: 'Dette er ikke en dørkode herfra. Be studenten åpne «Min QR», eller finn navnet i listen',
  UNKNOWN_CODE: 'Koden tilhører ingen student i kullet. Finn navnet i listen, eller spør kursledelsen',
  REVOKED_CODE: 'Koden er sperret. Be studenten hente den nye, eller finn navnet i listen',
} as const satisfies Record<Exclude<DoorRefusal, 'OTHER_CLASS'>, string>;

const belongsTo = (classCode: string | undefined): string => `Hører til ${classCode ?? 'en annen klasse'}`;

/** What is said of a scan that was not taken. */
export const scanMessage = ({ code, ...at }: Extract<ScanAnswer, { readonly status: 'rejected' }>): string =>
  code === 'OTHER_CLASS' ? belongsTo(at.class) : { ...markMessages, ...doorMessages }[code];

/** How each refusal of a student's own mark is said over HTTP. */
export const checkInProblems = {
  CLASS_NOT_PLANNED: { status: 404, title: 'Klassen finnes ikke' },
  NO_SESSION_NOW: {
    status: 409,
    title: 'Klassen har ingen økt nå',
    detail: 'Merk deg fra en time før økten begynner og til den er slutt.',
  },
  NOT_A_CODE: {
    status: 422,
    title: 'Dette er ikke en dørkode herfra',
    detail: 'Hent koden på nytt, eller si fra til den som underviser.',
  },
  UNKNOWN_CODE: {
    status: 422,
    title: 'Koden tilhører ingen student i kullet',
    detail: 'Si fra til den som underviser, så føres du i listen.',
  },
  REVOKED_CODE: { status: 422, title: 'Koden er sperret', detail: 'Hent den nye, og prøv igjen.' },
  OTHER_CLASS: {
    status: 422,
    title: 'Du hører til en annen klasse',
    detail: (rejection) => belongsTo(rejection.class),
  },
  UNKNOWN_STUDENT: {
    status: 422,
    title: 'Du står ikke på listen for denne økten',
    detail: 'Si fra til den som underviser.',
  },
  REGISTER_LOCKED: {
    status: 409,
    title: 'Oppmøtet er låst',
    detail: 'Si fra til kursledelsen; de kan rette det.',
  },
  UNKNOWN_SESSION: { status: 422, title: markMessages.UNKNOWN_SESSION },
  INVALID_MARK: { status: 422, title: markMessages.INVALID_MARK },
  INVALID_HOURS: { status: 422, title: markMessages.INVALID_HOURS },
  INVALID_OBSERVER: { status: 422, title: markMessages.INVALID_OBSERVER },
  INVALID_TIMESTAMP: { status: 422, title: markMessages.INVALID_TIMESTAMP },
  MARK_DIFFERS: { status: 409, title: markMessages.MARK_DIFFERS },
  HOURS_EXCEED_SESSION: { status: 422, title: markMessages.HOURS_EXCEED_SESSION },
  SESSION_NOT_STARTED: { status: 409, title: markMessages.SESSION_NOT_STARTED },
  OBSERVED_IN_FUTURE: { status: 422, title: markMessages.OBSERVED_IN_FUTURE },
} as const satisfies ProblemsFor<CheckInRejection>;
