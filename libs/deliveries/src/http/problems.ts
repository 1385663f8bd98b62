import { Problem, type ProblemsFor } from '@kull/http';
import type { DeliveryOutcome } from '../commands/deliver-class';
import type { ScopeRefusal } from '../commands/feed-scopes';
import type { DraftRejection } from '../domain/draft';
import type { FeedRejection } from '../domain/feed.commands';
import type { BatchLine } from '../domain/feed.events';

type Refusal = Extract<DeliveryOutcome, { readonly refused: string }>['refused'] | ScopeRefusal;

const refusals = {
  CLASS_UNKNOWN: { status: 404, title: 'Klassen finnes ikke' },
  TWO_PEOPLE_REQUIRED: {
    status: 409,
    title: 'To må stå bak leveringen',
    detail:
      'Den tar poeng fra noen, eller det er bestemt at to skal se på den. Lag et utkast, og la en annen godkjenne.',
  },
  CLASS_WITHOUT_COURSE: { status: 409, title: 'Klassen har ikke noe kurs som gir kurspoeng' },
  NOTHING_TO_DELIVER: { status: 409, title: 'Ingen av klassene har kursbevis til denne mottakeren' },
  SEVERAL_FEEDS: {
    status: 409,
    title: 'Klassene har flere mottakere eller arrangører',
    detail: 'En levering går fra én arrangør til én mottaker. Velg mottaker eller klasser.',
  },
} as const satisfies Record<Refusal, { readonly status: number; readonly title: string; readonly detail?: string }>;

/** Why nothing is delivered. */
export const deliveryProblem = (code: Refusal): Problem => new Problem({ code, ...refusals[code] });

export const exportUnknown = (): Problem =>
  new Problem({ status: 404, code: 'EXPORT_UNKNOWN', title: 'Leveransen finnes ikke' });

export const studentCourseUnknown = (): Problem =>
  new Problem({ status: 404, code: 'STUDENT_COURSE_UNKNOWN', title: 'Studenten tar ikke dette kurset' });

export const classUnknown = (): Problem => deliveryProblem('CLASS_UNKNOWN');

const named = ({ number, lineNo }: { readonly number: string; readonly lineNo: number }): string =>
  `Bevis ${number}, linje ${lineNo}.`;

/** Why a feed refuses, in the words of the office. */
export const feedProblems = {
  BATCH_OUT_OF_ORDER: { status: 409, title: 'En annen levering kom først' },
  BATCH_NOT_OF_FEED: { status: 404, title: 'Leveransen finnes ikke' },
  LINE_NOT_DUE: { status: 409, title: 'Linjen skal ikke leveres nå', detail: named },
  LINE_NOT_IN_BATCH: { status: 422, title: 'Leveringen har ikke denne linjen', detail: named },
  LINE_NOT_REJECTED: {
    status: 409,
    title: 'Linjen er ikke avvist',
    detail: (line) =>
      `${named(line)} Bare en linje som mottakeren har avvist, og som ikke er levert siden, kan gå igjen.`,
  },
} as const satisfies ProblemsFor<FeedRejection>;

/** Why a draft is not approved, released or given up. */
export const draftProblems = {
  DRAFT_UNKNOWN: { status: 404, title: 'Utkastet finnes ikke' },
  DRAFT_CLOSED: { status: 409, title: 'Utkastet er levert eller forkastet' },
  DRAFT_NOT_APPROVED: {
    status: 409,
    title: 'Utkastet er ikke godkjent',
    detail: 'Noen må se over og godkjenne det først.',
  },
  SECOND_APPROVER_REQUIRED: {
    status: 409,
    title: 'En annen må godkjenne',
    detail:
      'Leveringen tar poeng fra noen, eller det er bestemt at to skal se på den. Den som klargjorde, kan ikke godkjenne.',
  },
} as const satisfies ProblemsFor<DraftRejection>;

/** What was approved is no longer what would leave. */
export const draftOvertaken = (lines: readonly BatchLine[]): Problem =>
  new Problem({
    status: 409,
    code: 'DRAFT_OVERTAKEN',
    title: 'Noe har endret seg siden utkastet ble godkjent',
    detail: 'Forkast det og klargjør et nytt. Ingenting er levert.',
    errors: lines.map(({ number, lineNo, version }) => ({
      code: 'LINE_OVERTAKEN',
      detail: `Bevis ${number}, linje ${lineNo}, versjon ${version}`,
    })),
  });
