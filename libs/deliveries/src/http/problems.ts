import { Problem, type ProblemsFor, type Said, said, saidIn } from '@kull/http';
import type { DeliveryOutcome } from '../commands/deliver-class';
import type { ScopeRefusal } from '../commands/feed-scopes';
import type { DraftRejection } from '../domain/draft';
import type { FeedRejection } from '../domain/feed.commands';
import type { BatchLine } from '../domain/feed.events';

type Refusal = Extract<DeliveryOutcome, { readonly refused: string }>['refused'] | ScopeRefusal;

const refusals = {
  CLASS_UNKNOWN: { status: 404, title: said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there') },
  TWO_PEOPLE_REQUIRED: {
    status: 409,
    title: said('To må stå bak leveringen', 'To må stå bak leveringa', 'Two people must stand behind the delivery'),
    detail: said(
      'Den tar poeng fra noen, eller det er bestemt at to skal se på den. Lag et utkast, og la en annen godkjenne.',
      'Ho tek poeng frå nokon, eller det er bestemt at to skal sjå på henne. Lag eit utkast, og la ein annan godkjenne.',
      'It takes points from somebody, or it is decided that two shall look at it. Make a draft, and let somebody else approve.',
    ),
  },
  CLASS_WITHOUT_COURSE: {
    status: 409,
    title: said(
      'Klassen har ikke noe kurs som gir kurspoeng',
      'Klassen har ikkje noko kurs som gir kurspoeng',
      'The class has no course that gives course points',
    ),
  },
  NOTHING_TO_DELIVER: {
    status: 409,
    title: said(
      'Ingen av klassene har kursbevis til denne mottakeren',
      'Ingen av klassane har kursbevis til denne mottakaren',
      'None of the classes has course certificates for this recipient',
    ),
  },
  SEVERAL_FEEDS: {
    status: 409,
    title: said(
      'Klassene har flere mottakere eller arrangører',
      'Klassane har fleire mottakarar eller arrangørar',
      'The classes have several recipients or organisers',
    ),
    detail: said(
      'En levering går fra én arrangør til én mottaker. Velg mottaker eller klasser.',
      'Ei levering går frå éin arrangør til éin mottakar. Vel mottakar eller klassar.',
      'A delivery goes from one organiser to one recipient. Choose a recipient or classes.',
    ),
  },
} as const satisfies Record<Refusal, { readonly status: number; readonly title: Said; readonly detail?: Said }>;

/** Why nothing is delivered. */
export const deliveryProblem = (code: Refusal): Problem => new Problem({ code, ...refusals[code] });

export const exportUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'EXPORT_UNKNOWN',
    title: said('Leveransen finnes ikke', 'Leveransen finst ikkje', 'The delivery is not there'),
  });

export const studentCourseUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'STUDENT_COURSE_UNKNOWN',
    title: said(
      'Studenten tar ikke dette kurset',
      'Studenten tek ikkje dette kurset',
      'The student does not take this course',
    ),
  });

export const classUnknown = (): Problem => deliveryProblem('CLASS_UNKNOWN');

const named = ({ number, lineNo }: { readonly number: string; readonly lineNo: number }): Said =>
  said(
    `Bevis ${number}, linje ${lineNo}.`,
    `Bevis ${number}, linje ${lineNo}.`,
    `Certificate ${number}, line ${lineNo}.`,
  );

const againWhenRejected = said(
  'Bare en linje som mottakeren har avvist, og som ikke er levert siden, kan gå igjen.',
  'Berre ei linje som mottakaren har avvist, og som ikkje er levert sidan, kan gå igjen.',
  'Only a line that the recipient has rejected, and that has not been delivered since, can go again.',
);

/** Why a feed refuses, in the words of the office. */
export const feedProblems = {
  BATCH_OUT_OF_ORDER: {
    status: 409,
    title: said('En annen levering kom først', 'Ei anna levering kom først', 'Another delivery came first'),
  },
  BATCH_NOT_OF_FEED: {
    status: 404,
    title: said('Leveransen finnes ikke', 'Leveransen finst ikkje', 'The delivery is not there'),
  },
  LINE_NOT_DUE: {
    status: 409,
    title: said('Linjen skal ikke leveres nå', 'Linja skal ikkje leverast no', 'The line is not due for delivery'),
    detail: named,
  },
  LINE_NOT_IN_BATCH: {
    status: 422,
    title: said(
      'Leveringen har ikke denne linjen',
      'Leveringa har ikkje denne linja',
      'The delivery does not have this line',
    ),
    detail: named,
  },
  LINE_NOT_REJECTED: {
    status: 409,
    title: said('Linjen er ikke avvist', 'Linja er ikkje avvist', 'The line has not been rejected'),
    detail: (line) => saidIn((language) => `${named(line)[language]} ${againWhenRejected[language]}`),
  },
} as const satisfies ProblemsFor<FeedRejection>;

/** Why a draft is not approved, released or given up. */
export const draftProblems = {
  DRAFT_UNKNOWN: { status: 404, title: said('Utkastet finnes ikke', 'Utkastet finst ikkje', 'The draft is not there') },
  DRAFT_CLOSED: {
    status: 409,
    title: said(
      'Utkastet er levert eller forkastet',
      'Utkastet er levert eller forkasta',
      'The draft has been delivered or discarded',
    ),
  },
  DRAFT_NOT_APPROVED: {
    status: 409,
    title: said('Utkastet er ikke godkjent', 'Utkastet er ikkje godkjent', 'The draft has not been approved'),
    detail: said(
      'Noen må se over og godkjenne det først.',
      'Nokon må sjå over og godkjenne det først.',
      'Somebody has to look it over and approve it first.',
    ),
  },
  SECOND_APPROVER_REQUIRED: {
    status: 409,
    title: said('En annen må godkjenne', 'Ein annan må godkjenne', 'Somebody else has to approve'),
    detail: said(
      'Leveringen tar poeng fra noen, eller det er bestemt at to skal se på den. Den som klargjorde, kan ikke godkjenne.',
      'Leveringa tek poeng frå nokon, eller det er bestemt at to skal sjå på henne. Den som klargjorde, kan ikkje godkjenne.',
      'The delivery takes points from somebody, or it is decided that two shall look at it. Whoever prepared it cannot approve it.',
    ),
  },
} as const satisfies ProblemsFor<DraftRejection>;

/** What was approved is no longer what would leave. */
export const draftOvertaken = (lines: readonly BatchLine[]): Problem =>
  new Problem({
    status: 409,
    code: 'DRAFT_OVERTAKEN',
    title: said(
      'Noe har endret seg siden utkastet ble godkjent',
      'Noko har endra seg sidan utkastet vart godkjent',
      'Something has changed since the draft was approved',
    ),
    detail: said(
      'Forkast det og klargjør et nytt. Ingenting er levert.',
      'Forkast det og klargjer eit nytt. Ingenting er levert.',
      'Discard it and prepare a new one. Nothing has been delivered.',
    ),
    errors: lines.map(({ number, lineNo, version }) => ({
      code: 'LINE_OVERTAKEN',
      detail: said(
        `Bevis ${number}, linje ${lineNo}, versjon ${version}`,
        `Bevis ${number}, linje ${lineNo}, versjon ${version}`,
        `Certificate ${number}, line ${lineNo}, version ${version}`,
      ),
    })),
  });
