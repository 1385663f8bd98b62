import type { ProblemsFor } from '@kull/http';
import { inOslo } from '@kull/kernel';
import type { ParticipantCode } from '../commands/import-participants';
import type { CalendarFeedRejection } from '../domain/calendar-feed';
import type { ClassRejection } from '../domain/class.commands';

const gatheringText = ({ gathering }: { readonly gathering: number }): string => `Samling ${gathering}.`;

const takenText = ({ who, at }: { readonly who: string; readonly at: string }): string => {
  const { date, time } = inOslo(at);
  return `${who}, ${date} kl. ${time.slice(0, 5)}.`;
};

/** How each refusal about a class is said over HTTP. */
export const problems = {
  CLASS_NOT_PLANNED: { status: 404, title: 'Klassen finnes ikke' },
  CLASS_DIFFERS: {
    status: 409,
    title: 'Klassen finnes med et annet innhold',
    detail: 'Koden er brukt. Gi klassen en annen kode, eller send innholdet som det var.',
  },
  COURSE_NOT_PLANNED: {
    status: 409,
    title: 'Det er ikke planlagt hva klassen skal lære',
    detail: 'Planlegg kullet først.',
  },
  GATHERINGS_MISSING: {
    status: 409,
    title: 'Klassen har ikke alle samlingene sine ennå',
    detail: 'Sett opp samlingene som mangler, og åpne klassen så.',
  },
  PLACES_TAKEN: {
    status: 409,
    title: 'Så mange plasser er ikke ledige',
    detail: 'Flere plasser er tatt enn det ville bli igjen.',
  },
  COMMISSIONED_PLACES_EXCEEDED: {
    status: 409,
    title: 'Det er ikke bestilt så mange plasser',
    detail: 'Klassene ville til sammen få flere plasser enn kullet har. Øk plassene for kullet først.',
  },
  GATHERING_NOT_SCHEDULED: { status: 404, title: 'Samlingen står ikke på planen' },
  GATHERING_DIFFERS: {
    status: 409,
    title: 'Samlingen står allerede på planen, på andre dager eller steder',
    detail: 'Flytt den i stedet.',
  },
  GATHERING_BEGUN: {
    status: 409,
    title: 'Samlingen har begynt',
    detail: 'Det som er holdt, blir stående der det var.',
  },
  IN_THE_PAST: {
    status: 422,
    title: 'Samlingen ville ha begynt før i dag',
    detail: 'Velg dager som ligger foran oss.',
  },
  SESSIONS_DIFFER: {
    status: 422,
    title: 'Øktene er ikke de samme',
    detail: 'En samling som flyttes, beholder øktene og lengden på dem.',
  },
  SESSION_UNKNOWN: { status: 404, title: 'Samlingen har ingen slik økt' },
  SESSION_BEGUN: {
    status: 409,
    title: 'Økten kan ikke endres lenger',
    detail: 'Oppmøtet er åpnet en time før den begynner. Rett heller oppmøtet til dem det gjelder.',
  },
  SESSION_IN_THE_PAST: {
    status: 422,
    title: 'Økten ville ha begynt alt',
    detail: 'Velg et tidspunkt som ligger foran oss.',
  },
  OWN_CLASS: { status: 422, title: 'Studenten går i denne klassen' },
  GATHERING_NOT_EQUIVALENT: {
    status: 422,
    title: 'Samlingen er ikke den samme i de to klassene',
    detail: 'Øktene er andre, eller varer kortere eller lengre. Velg en annen klasse.',
  },
  MAKE_UP_NOT_ARRANGED: { status: 404, title: 'Studenten har ingen gjesteplass på samlingen' },
  UNKNOWN_GATHERING: { status: 422, title: 'Året har ingen samling med det nummeret', detail: gatheringText },
  GATHERING_LENGTH: {
    status: 422,
    title: 'Samlingen har for få eller for mange dager, eller dager med opphold mellom',
    detail: gatheringText,
  },
  SESSION_CODE_TAKEN: { status: 422, title: 'To økter har samme kode', detail: gatheringText },
  SESSIONS_OVERLAP: { status: 422, title: 'To økter er på samme tid', detail: gatheringText },
  OUTSIDE_CLASS_PERIOD: {
    status: 422,
    title: 'Samlingen ligger før klassen begynner eller etter at den slutter',
    detail: gatheringText,
  },
  GATHERINGS_OVERLAP: { status: 422, title: 'Klassen har en annen samling de dagene', detail: gatheringText },
  ROOM_TAKEN: { status: 409, title: 'Rommet er opptatt', detail: takenText },
  TEACHER_TAKEN: { status: 409, title: 'Underviseren er et annet sted', detail: takenText },
} as const satisfies ProblemsFor<ClassRejection>;

/** How each refusal about a calendar feed is said over HTTP. */
export const calendarFeedProblems = {
  CALENDAR_FEED_UNKNOWN: { status: 404, title: 'Kalenderadressen finnes ikke' },
  CLASS_NOT_PLANNED: problems.CLASS_NOT_PLANNED,
  NOT_ENROLLED: { status: 404, title: 'Studenten går ikke i klassen' },
} as const satisfies ProblemsFor<CalendarFeedRejection>;

/** What is said of a row of a class list that was not taken in. */
export const participantMessages = {
  INVALID_STUDENT_NO: 'Studentnummeret mangler eller er for langt',
  DUPLICATE_STUDENT_NO: 'Studentnummeret står på en tidligere rad',
  MISSING_NAME: 'Navnet mangler',
  INVALID_NATIONAL_ID: 'Fødselsnummeret er ikke gyldig',
  INVALID_PARTICIPANT_STATUS: 'Deltakerstatus mangler eller er for lang',
  CLASS_FULL: 'Klassen er full',
  ALREADY_ENROLLED: 'Personen har plass i en klasse i samme program og opptak',
  STUDENT_NO_TAKEN: 'Studentnummeret tilhører en annen i kullet',
  ENROLMENT_DIFFERS: 'Studentnummeret er meldt opp med andre opplysninger',
} as const satisfies Record<ParticipantCode, string>;
