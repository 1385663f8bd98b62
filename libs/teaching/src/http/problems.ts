import { type ProblemsFor, type Said, said } from '@kull/http';
import { inOslo } from '@kull/kernel';
import type { CalendarFeedRejection } from '../domain/calendar-feed';
import type { ClassRejection } from '../domain/class.commands';

const gatheringText = ({ gathering }: { readonly gathering: number }): Said =>
  said(`Samling ${gathering}.`, `Samling ${gathering}.`, `Gathering ${gathering}.`);

const takenText = ({ who, at }: { readonly who: string; readonly at: string }): Said => {
  const { date, time } = inOslo(at);
  const from = time.slice(0, 5);
  return said(`${who}, ${date} kl. ${from}.`, `${who}, ${date} kl. ${from}.`, `${who}, ${date} at ${from}.`);
};

/** How each refusal about a class is said over HTTP. */
export const problems = {
  CLASS_NOT_PLANNED: {
    status: 404,
    title: said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there'),
  },
  CLASS_DIFFERS: {
    status: 409,
    title: said(
      'Klassen finnes med et annet innhold',
      'Klassen finst med eit anna innhald',
      'The class is there with other content',
    ),
    detail: said(
      'Koden er brukt. Gi klassen en annen kode, eller send innholdet som det var.',
      'Koden er brukt. Gi klassen ein annan kode, eller send innhaldet som det var.',
      'The code is taken. Give the class another code, or send the content as it was.',
    ),
  },
  COURSE_NOT_PLANNED: {
    status: 409,
    title: said(
      'Det er ikke planlagt hva klassen skal lære',
      'Det er ikkje planlagt kva klassen skal lære',
      'What the class is to learn has not been planned',
    ),
    detail: said('Planlegg kullet først.', 'Planlegg kullet først.', 'Plan the cohort first.'),
  },
  GATHERINGS_MISSING: {
    status: 409,
    title: said(
      'Klassen har ikke alle samlingene sine ennå',
      'Klassen har ikkje alle samlingane sine enno',
      'The class does not have all its gatherings yet',
    ),
    detail: said(
      'Sett opp samlingene som mangler, og åpne klassen så.',
      'Set opp samlingane som manglar, og opne klassen så.',
      'Schedule the gatherings that are missing, and then open the class.',
    ),
  },
  PLACES_TAKEN: {
    status: 409,
    title: said('Så mange plasser er ikke ledige', 'Så mange plassar er ikkje ledige', 'Not so many places are free'),
    detail: said(
      'Flere plasser er tatt enn det ville bli igjen.',
      'Fleire plassar er tekne enn det ville bli igjen.',
      'More places are taken than would be left.',
    ),
  },
  COMMISSIONED_PLACES_EXCEEDED: {
    status: 409,
    title: said(
      'Det er ikke bestilt så mange plasser',
      'Det er ikkje bestilt så mange plassar',
      'Not so many places have been commissioned',
    ),
    detail: said(
      'Klassene ville til sammen få flere plasser enn kullet har. Øk plassene for kullet først.',
      'Klassane ville til saman få fleire plassar enn kullet har. Auk plassane for kullet først.',
      'The classes together would get more places than the cohort has. Raise the places of the cohort first.',
    ),
  },
  GATHERING_NOT_SCHEDULED: {
    status: 404,
    title: said('Samlingen står ikke på planen', 'Samlinga står ikkje på planen', 'The gathering is not in the plan'),
  },
  GATHERING_DIFFERS: {
    status: 409,
    title: said(
      'Samlingen står allerede på planen, på andre dager eller steder',
      'Samlinga står allereie på planen, på andre dagar eller stader',
      'The gathering is already in the plan, on other days or in other places',
    ),
    detail: said('Flytt den i stedet.', 'Flytt henne i staden.', 'Move it instead.'),
  },
  GATHERING_BEGUN: {
    status: 409,
    title: said('Samlingen har begynt', 'Samlinga har byrja', 'The gathering has begun'),
    detail: said(
      'Det som er holdt, blir stående der det var.',
      'Det som er halde, blir ståande der det var.',
      'What has been held stays where it was.',
    ),
  },
  IN_THE_PAST: {
    status: 422,
    title: said(
      'Samlingen ville ha begynt før i dag',
      'Samlinga ville ha byrja før i dag',
      'The gathering would have begun before today',
    ),
    detail: said('Velg dager som ligger foran oss.', 'Vel dagar som ligg framfor oss.', 'Choose days that lie ahead.'),
  },
  SESSIONS_DIFFER: {
    status: 422,
    title: said('Øktene er ikke de samme', 'Øktene er ikkje dei same', 'The sessions are not the same'),
    detail: said(
      'En samling som flyttes, beholder øktene og lengden på dem.',
      'Ei samling som blir flytta, beheld øktene og lengda på dei.',
      'A gathering that is moved keeps its sessions and their length.',
    ),
  },
  OWN_CLASS: {
    status: 422,
    title: said('Studenten går i denne klassen', 'Studenten går i denne klassen', 'The student is in this class'),
  },
  SESSION_UNKNOWN: {
    status: 404,
    title: said('Samlingen har ingen slik økt', 'Samlinga har inga slik økt', 'The gathering has no such session'),
  },
  SESSION_BEGUN: {
    status: 409,
    title: said(
      'Økten kan ikke endres lenger',
      'Økta kan ikkje endrast lenger',
      'The session can no longer be changed',
    ),
    detail: said(
      'Oppmøtet er åpnet en time før den begynner. Rett heller oppmøtet til dem det gjelder.',
      'Oppmøtet er opna ein time før ho byrjar. Rett heller oppmøtet til dei det gjeld.',
      'The register is opened one hour before it begins. Correct the attendance of those concerned instead.',
    ),
  },
  SESSION_IN_THE_PAST: {
    status: 422,
    title: said('Økten ville ha begynt alt', 'Økta ville ha byrja alt', 'The session would have begun already'),
    detail: said(
      'Velg et tidspunkt som ligger foran oss.',
      'Vel eit tidspunkt som ligg framfor oss.',
      'Choose a time that lies ahead.',
    ),
  },
  GATHERING_NOT_EQUIVALENT: {
    status: 422,
    title: said(
      'Samlingen er ikke den samme i de to klassene',
      'Samlinga er ikkje den same i dei to klassane',
      'The gathering is not the same in the two classes',
    ),
    detail: said(
      'Øktene er andre, eller varer kortere eller lengre. Velg en annen klasse.',
      'Øktene er andre, eller varer kortare eller lengre. Vel ein annan klasse.',
      'The sessions are others, or are shorter or longer. Choose another class.',
    ),
  },
  MAKE_UP_NOT_ARRANGED: {
    status: 404,
    title: said(
      'Studenten har ingen gjesteplass på samlingen',
      'Studenten har ingen gjesteplass på samlinga',
      'The student has no guest place at the gathering',
    ),
  },
  UNKNOWN_GATHERING: {
    status: 422,
    title: said(
      'Året har ingen samling med det nummeret',
      'Året har inga samling med det nummeret',
      'The year has no gathering with that number',
    ),
    detail: gatheringText,
  },
  GATHERING_LENGTH: {
    status: 422,
    title: said(
      'Samlingen har for få eller for mange dager, eller dager med opphold mellom',
      'Samlinga har for få eller for mange dagar, eller dagar med opphald mellom',
      'The gathering has too few or too many days, or days with gaps between them',
    ),
    detail: gatheringText,
  },
  SESSION_CODE_TAKEN: {
    status: 422,
    title: said('To økter har samme kode', 'To økter har same kode', 'Two sessions have the same code'),
    detail: gatheringText,
  },
  SESSIONS_OVERLAP: {
    status: 422,
    title: said('To økter er på samme tid', 'To økter er på same tid', 'Two sessions are at the same time'),
    detail: gatheringText,
  },
  OUTSIDE_CLASS_PERIOD: {
    status: 422,
    title: said(
      'Samlingen ligger før klassen begynner eller etter at den slutter',
      'Samlinga ligg før klassen byrjar eller etter at han sluttar',
      'The gathering lies before the class begins or after it ends',
    ),
    detail: gatheringText,
  },
  GATHERINGS_OVERLAP: {
    status: 422,
    title: said(
      'Klassen har en annen samling de dagene',
      'Klassen har ei anna samling dei dagane',
      'The class has another gathering on those days',
    ),
    detail: gatheringText,
  },
  ROOM_TAKEN: {
    status: 409,
    title: said('Rommet er opptatt', 'Rommet er opptatt', 'The room is taken'),
    detail: takenText,
  },
  TEACHER_TAKEN: {
    status: 409,
    title: said('Underviseren er et annet sted', 'Undervisaren er ein annan stad', 'The teacher is somewhere else'),
    detail: takenText,
  },
} as const satisfies ProblemsFor<ClassRejection>;

/** How each refusal about a calendar feed is said over HTTP. */
export const calendarFeedProblems = {
  CALENDAR_FEED_UNKNOWN: {
    status: 404,
    title: said('Kalenderadressen finnes ikke', 'Kalenderadressa finst ikkje', 'The calendar address is not there'),
  },
  CLASS_NOT_PLANNED: problems.CLASS_NOT_PLANNED,
  NOT_ENROLLED: {
    status: 404,
    title: said('Studenten går ikke i klassen', 'Studenten går ikkje i klassen', 'The student is not in this class'),
  },
} as const satisfies ProblemsFor<CalendarFeedRejection>;
