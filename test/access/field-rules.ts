import type { FieldLine } from './field-table';

/** What somebody must never be answered, whatever else changes. */
interface FieldRule {
  readonly because: string;
  readonly roles: readonly string[];
  /** The whole path. */
  readonly never: RegExp;
  /** Route, and the paths there that are meant. */
  readonly but?: Readonly<Record<string, RegExp>>;
}

const NAME = /(^|\.)(familyName|givenNames|name|names|fullName|title\.name)(\.|\[|$)/;
/** All who are not there for everything about a student: I-57, domain.md 6. */
const OTHERS = ['everybody', 'teacher', 'assessor', 'grader', 'auditor', 'association', 'student'];

export const fieldRules: readonly FieldRule[] = [
  {
    because: 'the number of the State, and the birth date, are for the office alone (I-44, domain.md 9.2)',
    roles: OTHERS,
    never: /national|birth|personnummer/i,
  },
  {
    because: 'how somebody is reached is for whoever writes to them (domain.md 9.2, "Not in the file")',
    roles: OTHERS,
    never: /e-?mail|phone|workplace|address|employer/i,
    but: {
      // Which post the leader has confirmed: it is judged (domain.md 7.1).
      'GET /api/v1/applications/:id/documents': /^employer(Confirmation|Request)/,
    },
  },
  {
    because: 'the HPR number goes to the association in the file and nowhere else (domain.md 9.2)',
    roles: OTHERS,
    never: /hpr/i,
    // Whether the register of an intake is there.
    but: { 'GET /api/v1/intakes/:id': /^hprRegister$/ },
  },
  {
    because: 'applications are listed for scoring without names; only the papers of one say whose it is (I-20)',
    roles: ['assessor'],
    never: NAME,
    but: {
      // Nobody can declare a relation to a number; and papers carry names themselves.
      'GET /api/v1/applications/:id/documents': /^(applicant\.\w+|data\[\]\.name|employerConfirmation\.name)$/,
    },
  },
  {
    because: 'an application is scored without knowing what others gave, and what came of it (I-20)',
    roles: ['assessor'],
    never: /score|assessments\[|lottery|rank|wish|submittedAt|heldClass|personId|explanation|(^|\.)(answer|quota)$/i,
    but: {
      // Of all of an intake together.
      'GET /api/v1/intakes': /^data\[\]\.ranking\./,
      // The seed of the draw is published (selection.md 4).
      'GET /api/v1/intakes/:id': /^(ranking\.|isRanked$|classes\[\]\.places\[\]\.quota$|settings\.lotterySeed$)/,
    },
  },
  {
    because: 'the auditor reads that something was done, and by whom; not about whom (domain.md 6)',
    roles: ['auditor'],
    never: NAME,
    but: {
      // Of colleagues, and of ways to log in.
      'GET /api/v1/staff': /^data\[\]\.name$/,
      'GET /api/v1/logins': /^data\[\]\.names\./,
    },
  },
  {
    because: 'the association knows physicians by HPR number, and grades are not its business (domain.md 9.2)',
    roles: ['association'],
    never: /studentNo|studentCourse|personId|(^|\.)(who|gradedBy|attestedBy|grade|result)$|attendance/i,
    but: {
      // What it answered itself.
      'GET /api/v1/exports/:id/acknowledgements': /^lines\[\]\.receipts\[\]\.result$/,
      // Described, as the office has it, and never answered: libs/deliveries, recipient-explanation.spec.ts.
      'POST /api/v1/points-look-ups': /^data\[\]\.blocking\.evidence\[\]\.who$/,
    },
  },
  {
    because: 'the name stands in the file of the delivery and in the certificate (domain.md 9.2)',
    roles: ['association'],
    never: NAME,
    // The name of a file.
    but: { 'GET /api/v1/exports': /^data\[\]\.files\[\]\.name$/ },
  },
  {
    because: 'why somebody is away may be illness: whoever teaches sees that they are (domain.md 6)',
    roles: ['teacher', 'grader', 'auditor', 'association', 'assessor'],
    never: /excuse$|reason$|reasonClass|explanation|note$/i,
    but: {
      // Why a mark was changed by hand, which is never the reason of an absence.
      'GET /api/v1/classes/:id/registers/:session': /^students\[\]\.changes\[\]\.reasonClass$/,
    },
  },
  {
    because: 'whoever teaches has names for the door, and nothing of results and credits (ux.md A3)',
    roles: ['teacher'],
    never: /name|assessment|credit|points|grade|result|personId/i,
    but: {
      'GET /api/v1/classes/:id/roster': /^(students|guests\[\]\.guests)\[\]\.(familyName|givenNames)$/,
      'GET /api/v1/classes/:id': /^course\./,
    },
  },
  {
    because: 'a student reads about nobody else, and nothing that the office keeps to itself (S29, domain.md 6)',
    roles: ['student'],
    never: new RegExp(`${NAME.source}|studentNo|note|hadScored|wanted$|ground$|assessor$|lottery|fingerprint`, 'i'),
  },
];

/** Operations that somebody may ask at all: a role that comes to another has to be meant. */
export const routesOf: Readonly<Record<'auditor' | 'student', readonly string[]>> = {
  auditor: [
    'GET /api/v1/accounts',
    'GET /api/v1/clock',
    'GET /api/v1/events',
    'GET /api/v1/events/latest',
    'GET /api/v1/logins',
    'GET /api/v1/reads',
    'GET /api/v1/set-aside-jobs',
    'GET /api/v1/staff',
  ],
  student: [
    'GET /api/v1/applications/:id',
    'GET /api/v1/applications/:id/appeal',
    'GET /api/v1/applications/:id/explanation',
    'GET /api/v1/applications/:id/letters',
    'GET /api/v1/me/reads',
    'POST /api/v1/applications/:id/appeals',
    'POST /api/v1/offers/:id/answers',
  ],
};

/** Where others than the office read something that nobody was answered in the world of the test, and why. */
export const unseenOf: Readonly<Record<string, string>> = {
  'GET /api/v1/logins': 'no provider is set up',
  'GET /api/v1/set-aside-jobs': 'no job fails five times',
  'GET /api/v1/applications/:id/documents': 'applications from a file have no papers',
  'POST /api/v1/applications/:id/appeals': 'a new appeal is not decided',
  'GET /api/v1/classes/:id/roster': 'the leave has no end',
  'GET /api/v1/classes/:id/registers': 'the sessions have no rooms',
  'GET /api/v1/classes/:id/registers/:session': 'the sessions have no rooms',
  'POST /api/v1/classes/:id/door-scans': 'nobody scans the code of another class',
  'GET /api/v1/classes/:id/grading': 'the course of the classes has an exam without a date',
  'GET /api/v1/certificates': 'nothing is corrected or revoked',
  'GET /api/v1/certificates/:no': 'nothing is corrected or revoked',
  'GET /api/v1/exports/:id': 'nothing is corrected or revoked',
  'GET /api/v1/exports/:id/downloads': 'there are few downloads',
  'POST /api/v1/points-look-ups': 'whoever is found waits for nobody in particular',
  'GET /api/v1/webhooks/:id/attempts': 'no worker sends',
  'POST /api/v1/webhooks/:id/resends': 'no worker sends',
};

/** Every field that somebody reads and must not: `role, route: path (because)`. */
export const readAgainstTheRules = (lines: readonly FieldLine[]): readonly string[] =>
  fieldRules.flatMap(({ because, roles, never, but = {} }) =>
    lines
      .filter(({ does, roles: having }) => does === 'reads' && having.some((role) => roles.includes(role)))
      .flatMap(({ route, roles: having, fields }) =>
        fields
          .filter(({ path }) => never.test(path) && !but[route]?.test(path))
          .map(
            ({ path }) => `${having.filter((role) => roles.includes(role)).join(' ')}, ${route}: ${path} (${because})`,
          ),
      ),
  );
