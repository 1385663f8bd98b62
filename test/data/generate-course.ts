import { parseArgs } from 'node:util';
import { Chance } from './chance';
import { type InventedPerson, Population } from './people';
import { writeFolder } from './write-folder';

export interface CourseSize {
  readonly seed: number;
  readonly participants: number;
}

const sessions = [
  ['M1', '2026-01-12T09:00:00+01:00', 7.5],
  ['M2', '2026-02-02T09:00:00+01:00', 6],
  ['M3', '2026-03-16T09:00:00+01:00', 7.5],
  ['M4', '2026-04-13T09:00:00+02:00', 8],
  ['M5', '2026-05-26T09:00:00+02:00', 7.5],
  ['M6', '2026-06-15T09:00:00+02:00', 3.5],
] as const;

const courseDocument = ({ seed, participants }: CourseSize) => ({
  class: {
    code: `NLA-G${seed}`,
    site: 'ONLINE',
    capacity: participants,
    startsOn: '2026-01-12',
    endsOn: '2026-06-19',
  },
  programme: {
    code: 'NLA',
    title: 'Nettbasert lederutdanning for allmennleger',
    ectsCredits: 5,
    level: 7,
    mode: 'ONLINE',
  },
  sharingBasis: 'AGREEMENT:LF-TEST-0001',
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  recipient: { name: 'Den norske legeforening', orgNumber: '960474341' },
  sessions: sessions.map(([code, startsAt, hours]) => ({ code, title: `Samling ${code}`, startsAt, hours })),
  ectsRule: { minAttendance: 0.75, assessment: 'EXAM' },
  courseApproval: {
    id: `LF-TEST-${seed}`,
    title: 'Nettbasert lederutdanning for allmennleger',
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
    minAttendance: 0.8,
    assessmentRequired: true,
    deliveryMode: 'ONLINE',
    creditLines: [
      { lineNo: 1, specialty: 'ALLM', purpose: 'BOTH', category: 'VALGFRITT', approvedHours: 40, points: 40 },
    ],
  },
});

interface Participant extends InventedPerson {
  readonly studentNo: string;
  readonly hprNumber: string;
  readonly status: string;
}

const attendanceOf = (chance: Chance, { studentNo }: Participant) => {
  const share = chance.oneOf([1, 1, 1, 0.9, 0.8, 0.7]);
  return sessions
    .filter(() => chance.happens(0.97))
    .map(([code, startsAt, hours]) => ({
      session_code: code,
      student_no: studentNo,
      attended_hours: (Math.round(hours * 2 * (chance.happens(share) ? 1 : chance.share())) / 2).toFixed(1),
      observed_by: 'moderator-1',
      observed_at: startsAt.replace('T09', 'T16'),
      reason: '',
    }));
};

const resultOf = (chance: Chance, { studentNo }: Participant) => ({
  student_no: studentNo,
  assessment: 'EXAM',
  result: chance.happens(0.92) ? 'PASSED' : 'FAILED',
  graded_by: 'grader-1',
  attested_by: chance.happens(0.04) ? 'grader-1' : 'grader-2',
  attested_at: chance.oneOf(['2026-06-19T12:00:00+02:00', '2026-06-18T23:30:00Z', '2026-06-25T08:00:00+02:00']),
});

const wrongAttendance = (studentNo: string) => {
  const row = {
    session_code: 'M1',
    student_no: studentNo,
    attended_hours: '1.0',
    observed_by: 'moderator-1',
    observed_at: '2026-06-15T16:00:00+02:00',
    reason: '',
  };
  return [
    { ...row, session_code: 'M99' },
    { ...row, student_no: 'S999999' },
    { ...row, attended_hours: '0.7' },
    { ...row, attended_hours: '-1' },
    { ...row, attended_hours: '7,5' },
    { ...row, attended_hours: '9.0' },
    row,
  ];
};

const correctionOf = (chance: Chance, { studentNo, hprNumber }: Participant, i: number) => {
  const [kind, value] = chance.oneOf([
    ['NAME_CHANGE', 'Testesen Prøve'],
    ['ATTENDANCE', 'M1=0.0,M4=0.0'],
    ['ATTENDANCE', 'M2=6.0'],
    ['ATTENDANCE', 'M1=99.0'],
    ['RESULT', 'FAILED'],
    ['RESULT', 'PASSED'],
    ['HPR_NUMBER', hprNumber],
    ['HPR_NUMBER', '1'],
  ] as const);
  return {
    at: `2026-07-${String(28 - (i % 28)).padStart(2, '0')}T09:00:00+02:00`,
    kind,
    student_no: studentNo,
    value: value || '1234567',
    reason: '',
    recorded_by: 'admin-1',
    approved_by: chance.oneOf(['', 'admin-1', 'admin-2', 'admin-2', 'admin-2']),
  };
};

const participantsOf = (chance: Chance, { seed, participants }: CourseSize): Participant[] => {
  const population = new Population(chance);
  return Array.from({ length: participants }, (_, i) => ({
    ...population.next(),
    studentNo: `S${seed}${String(i + 1).padStart(4, '0')}`,
    hprNumber: chance.happens(0.94) ? String(9_000_000 + seed * 1_000 + i) : '',
    status: chance.happens(0.92) ? 'PHYSICIAN' : chance.oneOf(['STUDENT', 'INTERN']),
  }));
};

/** A course folder of the form of credits.md, of any size; the same size and seed give the same bytes. */
export const generateCourse = (directory: string, size: CourseSize): void => {
  const chance = new Chance(size.seed);
  const people = participantsOf(chance, size);
  const attendance = chance.shuffled(people.flatMap((one) => attendanceOf(chance, one)));
  writeFolder(
    directory,
    { name: 'course.json', content: courseDocument(size) },
    {
      'participants.csv': {
        columns:
          'student_no family_name given_names national_id email phone language municipality_code hpr_number participant_status',
        rows: chance.shuffled(people).map((one) => ({
          student_no: one.studentNo,
          family_name: one.familyName,
          given_names: one.givenNames,
          national_id: one.nationalId,
          email: `${one.studentNo.toLowerCase()}@example.no`,
          phone: '+4740000000',
          language: chance.oneOf(['nb', 'nb', 'nn']),
          municipality_code: '0301',
          hpr_number: one.hprNumber,
          participant_status: one.status,
        })),
      },
      'attendance.csv': {
        columns: 'session_code student_no attended_hours observed_by observed_at reason',
        rows: [...attendance, ...wrongAttendance(people[0]!.studentNo), attendance[0]!],
      },
      'results.csv': {
        columns: 'student_no assessment result graded_by attested_by attested_at',
        rows: [
          ...chance
            .shuffled(people)
            .filter(() => chance.happens(0.95))
            .map((one) => resultOf(chance, one)),
          resultOf(chance, { ...people[0]!, studentNo: 'S999999' }),
        ],
      },
      'corrections.csv': {
        columns: 'at kind student_no value reason recorded_by approved_by',
        rows: chance
          .shuffled(people)
          .slice(0, Math.ceil(people.length / 2))
          .map((one, i) => correctionOf(chance, one, i)),
      },
      'hpr-register.csv': {
        columns: 'hpr_number family_name given_names birth_date profession authorised_from authorised_to',
        rows: people
          .filter(({ hprNumber }) => hprNumber !== '' && chance.happens(0.95))
          .map((one) => ({
            hpr_number: one.hprNumber,
            family_name: chance.happens(0.05) ? 'Annet' : one.familyName,
            given_names: one.givenNames,
            birth_date: chance.oneOf([one.birthDate, one.birthDate, one.birthDate, one.birthDate, '']),
            profession: chance.happens(0.04) ? 'NURSE' : 'PHYSICIAN',
            authorised_from: '1985-07-01',
            authorised_to: chance.oneOf(['', '', '', '2026-06-19', '2026-06-18']),
          })),
      },
    },
  );
};

const main = (): void => {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, participants: { type: 'string', default: '45' } },
    allowPositionals: true,
  });
  if (positionals.length !== 1) throw new Error('generate-course FOLDER [--seed N] [--participants N]');
  generateCourse(positionals[0]!, { seed: Number(values.seed), participants: Number(values.participants) });
};

if (require.main === module) main();
