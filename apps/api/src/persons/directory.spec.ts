import type { ListedApplicant } from '@kull/admissions';
import type { ListedStudent } from '@kull/teaching';
import { applicationOf, directoryOf } from './directory';

const student = (over: Partial<ListedStudent> = {}): ListedStudent => ({
  enrolmentId: 'enr_1',
  personId: 'per_1',
  studentNo: 'A26-000439',
  classId: 'cls_1',
  classCode: 'OSLO-1',
  site: 'Oslo',
  intake: 'NLP-2026',
  programme: 'NLP',
  title: 'Nasjonal lederutdanning',
  participantStatus: 'PHYSICIAN',
  standing: 'enrolled',
  ...over,
});

const applicant = (over: Partial<ListedApplicant> = {}): ListedApplicant => ({
  applicationId: 'app_1',
  personId: 'per_1',
  applicationNo: 'A26-000439',
  intake: 'NLP-2026',
  municipality: '3024',
  status: 'QUALIFIED',
  place: null,
  offer: null,
  waiting: [],
  isDecided: false,
  ...over,
});

const [general, held] = ['GENERAL', { class: 'OSLO-1', quota: 'GENERAL' }] as const;

describe('what has become of an application', () => {
  it.each([
    ['nothing yet', applicant({ status: null }), { outcome: 'RECEIVED' }],
    ['a verdict', applicant({ status: 'NEEDS_MORE' }), { outcome: 'NEEDS_MORE' }],
    ['qualified, and waits for a round', applicant(), { outcome: 'QUALIFIED' }],
    [
      'an offer, before a place that is held',
      applicant({ place: held, offer: { class: 'OSLO-2', quota: general, replyBy: '2026-06-15T21:59:59.000Z' } }),
      { outcome: 'OFFER_OPEN', class: 'OSLO-2' },
    ],
    ['a place', applicant({ place: held, isDecided: true }), { outcome: 'PLACE_HELD', class: 'OSLO-1' }],
    [
      'the best place on a waiting list',
      applicant({ isDecided: true, waiting: [{ class: 'OSLO-3', quota: general, position: 3 }] }),
      { outcome: 'WAITING', class: 'OSLO-3', position: 3 },
    ],
    ['no place in the end', applicant({ isDecided: true }), { outcome: 'NO_PLACE' }],
    ['not qualified in the end', applicant({ isDecided: true, status: 'NOT_QUALIFIED' }), { outcome: 'NOT_QUALIFIED' }],
  ] as const)('%s', (_, application, expected) => {
    expect(applicationOf(application)).toEqual({ applicationNo: 'A26-000439', intake: 'NLP-2026', ...expected });
  });
});

describe('the directory', () => {
  const { data } = directoryOf({
    students: [student(), student({ personId: 'per_2', studentNo: 'S1', intake: null, classCode: 'NLA-2026V-1' })],
    applicants: [applicant(), applicant({ personId: 'per_3', applicationNo: 'A26-000001' })],
    standings: [
      {
        classId: 'cls_1',
        studentNo: 'A26-000439',
        status: 'AT_RISK',
        countedIn: 'HALF_DAYS',
        attended: 15,
        of: 44,
        leftToLose: 0,
      },
    ],
    profiles: new Map([
      ['per_1', { familyName: 'Nordmann', givenNames: 'Kari', emailFault: { kind: 'BOUNCED', code: '5.1.1', at: '' } }],
      ['per_3', { familyName: 'Aas', givenNames: 'Karim' }],
    ]),
  });

  it('has everybody once, with all that they are here', () => {
    expect(
      data.map(({ personId, students, applications }) => [personId, students.length, applications.length]),
    ).toEqual([
      ['per_1', 1, 1],
      ['per_2', 1, 0],
      ['per_3', 0, 1],
    ]);
    expect(data[0]).toMatchObject({
      name: { familyName: 'Nordmann', givenNames: 'Kari' },
      hasAddressFault: true,
      students: [{ cohort: 'NLP-2026', attendance: { status: 'AT_RISK', attended: 15, of: 44, leftToLose: 0 } }],
    });
  });

  it('has a class that no intake fills as a cohort of its own, and nobody has a name that was forgotten', () => {
    expect(data[1]).toMatchObject({ name: null, students: [{ cohort: 'NLA-2026V-1', classCode: 'NLA-2026V-1' }] });
    expect(data[1]!.students[0]).not.toHaveProperty('attendance');
    expect(data[2]).not.toHaveProperty('hasAddressFault');
  });

  it('says no address, number or day of birth of anybody', () => {
    expect(JSON.stringify(data)).not.toMatch(/@|birth|hpr|national|phone/i);
  });
});
