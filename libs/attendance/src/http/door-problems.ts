import type { ProblemsFor } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { DoorCodeRejection } from '../domain/door-code';
import type { DoorRefusal } from '../domain/door-roster';
import type { DoorRosterRejection } from '../door-rosters';

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
export const doorMessages = {
  NOT_A_CODE: () => 'Dette er ikke en dørkode herfra. Be studenten åpne «Min QR», eller finn navnet i listen.',
  UNKNOWN_CODE: () => 'Koden tilhører ingen student i kullet. Finn navnet i listen, eller spør kursledelsen.',
  REVOKED_CODE: () => 'Koden er sperret. Be studenten hente den nye, eller finn navnet i listen.',
  OTHER_CLASS: (classCode: string) => `Hører til ${classCode}`,
} as const satisfies Record<DoorRefusal, (classCode: string) => string>;
