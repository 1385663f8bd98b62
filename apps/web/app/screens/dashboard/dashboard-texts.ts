import { inLanguage } from '../../kit/texts';
import type { CaseKind, Severity } from './cases';

interface Texts {
  readonly title: string;
  readonly todo: string;
  readonly nothingTodo: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly cases: Readonly<Record<CaseKind, readonly [one: string, many: string]>>;
  readonly today: string;
  readonly nothingToday: string;
  readonly attend: string;
  readonly coming: string;
  readonly nothingComing: string;
  readonly gathering: string;
  readonly intakes: string;
  readonly noIntakes: string;
  readonly newIntake: string;
  readonly columns: {
    readonly intake: string;
    readonly places: string;
    readonly taken: string;
    readonly open: string;
    readonly free: string;
    readonly earmarked: string;
    readonly waiting: string;
  };
  readonly classes: string;
  readonly noClasses: string;
  readonly sites: Readonly<Record<string, string>>;
  readonly of: string;
  readonly running: string;
  readonly noneRunning: string;
  readonly onTheWay: (done: string, all: string) => string;
  readonly awarded: (done: string, all: string) => string;
  readonly delivered: string;
  readonly noDeliveries: string;
  readonly lines: (lines: string, points: string) => string;
  readonly certificates: (issued: string, replaced: string, revoked: string) => string;
  readonly noCertificates: string;
  readonly event: string;
  readonly work: (open: string) => string;
}

export const t: Texts = inLanguage<Texts>({
  nb: {
    title: 'Oversikt',
    todo: 'Krever handling',
    nothingTodo: 'Ingenting venter på deg.',
    severities: { wrong: 'Haster', risk: 'Viktig', note: 'Til orientering' },
    cases: {
      LINE_REJECTED: ['linje avvist av Legeforeningen', 'linjer avvist av Legeforeningen'],
      WORK_STOPPED: ['jobb har stoppet', 'jobber har stoppet'],
      ROUND_NOT_SENT: ['runde skulle vært sendt automatisk', 'runder skulle vært sendt automatisk'],
      ATTENDANCE_AT_RISK: ['i fare for kravet til oppmøte', 'i fare for kravet til oppmøte'],
      POINTS_HELD: ['venter på at HPR-nummeret stemmer', 'venter på at HPR-nummeret stemmer'],
      ABSENCE_TO_DECIDE: ['fraværsmelding å avgjøre', 'fraværsmeldinger å avgjøre'],
      GRADING_REQUEST: [
        'begrunnelse eller klage på karakter å ta videre',
        'begrunnelser og klager på karakter å ta videre',
      ],
      REMINDER_STUCK: ['påminnelse må ses på', 'påminnelser må ses på'],
      OFFER_OPEN: ['venter på svar på tilbud', 'venter på svar på tilbud'],
      ADDRESS_FAULT: ['adresse virker ikke', 'adresser virker ikke'],
    },
    today: 'I dag',
    nothingToday: 'Ingen samlinger i dag.',
    attend: 'Oppmøte',
    coming: 'Neste samlinger',
    nothingComing: 'Ingen samlinger de neste ukene.',
    gathering: 'samling',
    intakes: 'Opptak',
    noIntakes: 'Ingen opptak ennå.',
    newIntake: 'Lag det første',
    columns: {
      intake: 'Opptak',
      places: 'Plasser',
      taken: 'Tatt',
      open: 'Åpne tilbud',
      free: 'Ledige',
      earmarked: 'Øremerket lege',
      waiting: 'Venteliste',
    },
    classes: 'Klasser',
    noClasses: 'Ingen klasser ennå. De kommer når et opptak er ferdig, eller når et kurs tas inn.',
    sites: { OSLO: 'Oslo', TRONDHEIM: 'Trondheim', ONLINE: 'på nett' },
    of: 'av',
    running: 'I gang',
    noneRunning: 'Ingen oppmøter eller kurspoeng ennå.',
    onTheWay: (done, all) => `${done} av ${all} ligger an til å nå kravet til oppmøte`,
    awarded: (done, all) => `${done} av ${all} har fått kurspoeng`,
    delivered: 'Kursbevis og leveringer',
    noDeliveries: 'Ingen leveringer ennå.',
    lines: (lines, points) => `${lines} linjer, ${points} poeng`,
    certificates: (issued, replaced, revoked) =>
      `${issued} kursbevis utstedt, ${replaced} erstattet, ${revoked} trukket tilbake`,
    noCertificates: 'Ingen kursbevis ennå. De utstedes av seg selv når kurspoeng er tilkjent.',
    event: 'Hendelse nr.',
    work: (open) => (open === '0' ? 'Alt arbeid i bakgrunnen er gjort.' : `${open} jobber pågår i bakgrunnen.`),
  },
  nn: {
    title: 'Oversikt',
    todo: 'Krev handling',
    nothingTodo: 'Ingenting ventar på deg.',
    severities: { wrong: 'Hastar', risk: 'Viktig', note: 'Til orientering' },
    cases: {
      LINE_REJECTED: ['linje avvist av Legeforeininga', 'linjer avviste av Legeforeininga'],
      WORK_STOPPED: ['jobb har stoppa', 'jobbar har stoppa'],
      ROUND_NOT_SENT: ['runde skulle vore send automatisk', 'rundar skulle vore sende automatisk'],
      ATTENDANCE_AT_RISK: ['i fare for kravet til oppmøte', 'i fare for kravet til oppmøte'],
      POINTS_HELD: ['ventar på at HPR-nummeret stemmer', 'ventar på at HPR-nummeret stemmer'],
      ABSENCE_TO_DECIDE: ['fråværsmelding å avgjere', 'fråværsmeldingar å avgjere'],
      GRADING_REQUEST: [
        'grunngiving eller klage på karakter å ta vidare',
        'grunngivingar og klager på karakter å ta vidare',
      ],
      REMINDER_STUCK: ['påminning må sjåast på', 'påminningar må sjåast på'],
      OFFER_OPEN: ['ventar på svar på tilbod', 'ventar på svar på tilbod'],
      ADDRESS_FAULT: ['adresse verkar ikkje', 'adresser verkar ikkje'],
    },
    today: 'I dag',
    nothingToday: 'Ingen samlingar i dag.',
    attend: 'Oppmøte',
    coming: 'Neste samlingar',
    nothingComing: 'Ingen samlingar dei neste vekene.',
    gathering: 'samling',
    intakes: 'Opptak',
    noIntakes: 'Ingen opptak enno.',
    newIntake: 'Lag det første',
    columns: {
      intake: 'Opptak',
      places: 'Plassar',
      taken: 'Tekne',
      open: 'Opne tilbod',
      free: 'Ledige',
      earmarked: 'Øyremerkt lege',
      waiting: 'Venteliste',
    },
    classes: 'Klassar',
    noClasses: 'Ingen klassar enno. Dei kjem når eit opptak er ferdig, eller når eit kurs blir teke inn.',
    sites: { OSLO: 'Oslo', TRONDHEIM: 'Trondheim', ONLINE: 'på nett' },
    of: 'av',
    running: 'I gang',
    noneRunning: 'Ingen oppmøte eller kurspoeng enno.',
    onTheWay: (done, all) => `${done} av ${all} ligg an til å nå kravet til oppmøte`,
    awarded: (done, all) => `${done} av ${all} har fått kurspoeng`,
    delivered: 'Kursbevis og leveringar',
    noDeliveries: 'Ingen leveringar enno.',
    lines: (lines, points) => `${lines} linjer, ${points} poeng`,
    certificates: (issued, replaced, revoked) =>
      `${issued} kursbevis skrivne ut, ${replaced} erstatta, ${revoked} trekte tilbake`,
    noCertificates: 'Ingen kursbevis enno. Dei blir skrivne ut av seg sjølve når kurspoeng er tilkjende.',
    event: 'Hending nr.',
    work: (open) => (open === '0' ? 'Alt arbeid i bakgrunnen er gjort.' : `${open} jobbar går i bakgrunnen.`),
  },
  en: {
    title: 'Overview',
    todo: 'Needs action',
    nothingTodo: 'Nothing waits for you.',
    severities: { wrong: 'Urgent', risk: 'Important', note: 'For information' },
    cases: {
      LINE_REJECTED: ['line rejected by the medical association', 'lines rejected by the medical association'],
      WORK_STOPPED: ['job has stopped', 'jobs have stopped'],
      ROUND_NOT_SENT: ['round should have sent itself', 'rounds should have sent themselves'],
      ATTENDANCE_AT_RISK: ['may miss the attendance required', 'may miss the attendance required'],
      POINTS_HELD: ['waits for the HPR number to be right', 'wait for the HPR number to be right'],
      ABSENCE_TO_DECIDE: ['report of absence to decide', 'reports of absence to decide'],
      GRADING_REQUEST: ['request for reasons or appeal of a grade', 'requests for reasons and appeals of grades'],
      REMINDER_STUCK: ['reminder to look at', 'reminders to look at'],
      OFFER_OPEN: ['offer not answered', 'offers not answered'],
      ADDRESS_FAULT: ['address does not work', 'addresses do not work'],
    },
    today: 'Today',
    nothingToday: 'No gatherings today.',
    attend: 'Attendance',
    coming: 'Next gatherings',
    nothingComing: 'No gatherings in the coming weeks.',
    gathering: 'gathering',
    intakes: 'Intakes',
    noIntakes: 'No intakes yet.',
    newIntake: 'Make the first one',
    columns: {
      intake: 'Intake',
      places: 'Places',
      taken: 'Taken',
      open: 'Open offers',
      free: 'Free',
      earmarked: 'Earmarked for physicians',
      waiting: 'Waiting list',
    },
    classes: 'Classes',
    noClasses: 'No classes yet. They come when an intake is finished, or when a course is taken in.',
    sites: { OSLO: 'Oslo', TRONDHEIM: 'Trondheim', ONLINE: 'online' },
    of: 'of',
    running: 'Under way',
    noneRunning: 'No attendance and no course points yet.',
    onTheWay: (done, all) => `${done} of ${all} are on the way to the attendance required`,
    awarded: (done, all) => `${done} of ${all} have got course points`,
    delivered: 'Certificates and deliveries',
    noDeliveries: 'No deliveries yet.',
    lines: (lines, points) => `${lines} lines, ${points} points`,
    certificates: (issued, replaced, revoked) =>
      `${issued} certificates issued, ${replaced} replaced, ${revoked} revoked`,
    noCertificates: 'No certificates yet. They are issued by themselves when course points are awarded.',
    event: 'Event no.',
    work: (open) => (open === '0' ? 'All work in the background is done.' : `${open} jobs are being done.`),
  },
});
