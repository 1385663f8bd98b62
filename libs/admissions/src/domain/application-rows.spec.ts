import type { ApplicationRecord } from './application-facts';
import { checkRows } from './application-rows';

const intake = {
  window: { opensAt: '2026-02-28T23:00:00.000Z', closesAt: '2026-03-31T21:59:59.000Z' },
  classes: ['OSLO-1', 'TRONDHEIM-1'].map((code) => ({
    code,
    site: 'Oslo',
    capacity: 54,
    earmarkedPhysicianPlaces: 5,
    startsOn: '2026-09-07',
    endsOn: '2027-06-11',
  })),
};

const good: ApplicationRecord = {
  application_no: 'A-1',
  submitted_at: '2026-03-10T12:00:00+01:00',
  family_name: 'Testesen',
  given_names: 'Kari',
  national_id: '15817512310',
  email: 'kari@example.no',
  phone: '',
  language: 'nb',
  municipality_code: '0301',
  employer: 'Oslo kommune',
  employer_org_no: '',
  service_area: 'HOME_CARE',
  profession: 'NURSE',
  position_title: 'Leder',
  leader_role: 'Y',
  personnel_responsibility: 'Y',
  budget_responsibility: 'N',
  years_experience: '7',
  highest_education: 'BACHELOR',
  ects_credits: '180',
  physician: 'N',
  physician_role: '',
  hpr_number: '',
  employer_confirmed_at: '2026-03-01',
  recommended_by: ' ',
  class_wishes: 'TRONDHEIM-1|OSLO-1',
};

const codesOf = (...rows: Partial<ApplicationRecord>[]): (string | number)[][] =>
  checkRows(
    rows.map((row) => ({ ...good, ...row })),
    intake,
    { acceptSynthetic: true },
  ).rejected.map(({ row, code }) => [row, code]);

describe('rows of applications.csv', () => {
  it('reads what selection looks at, and keeps the person apart from it', () => {
    const { takenIn } = checkRows([good], intake, { acceptSynthetic: true });
    expect(takenIn).toEqual([
      {
        row: 1,
        facts: {
          applicationNo: 'A-1',
          submittedAt: '2026-03-10T11:00:00.000Z',
          municipality: '0301',
          serviceArea: 'HOME_CARE',
          leaderRole: true,
          personnelResponsibility: true,
          budgetResponsibility: false,
          yearsExperience: 7,
          highestEducation: 'BACHELOR',
          ectsCredits: 180,
          physician: false,
          physicianRole: '',
          employerConfirmedOn: '2026-03-01',
          recommended: false,
          wishes: ['TRONDHEIM-1', 'OSLO-1'],
        },
        details: expect.objectContaining({ familyName: 'Testesen', employer: 'Oslo kommune' }),
      },
    ]);
  });

  it.each<[string, Partial<ApplicationRecord>]>([
    ['MISSING_NAME', { family_name: ' ' }],
    ['MISSING_NAME', { given_names: '' }],
    ['INVALID_NATIONAL_ID', { national_id: '15817512311' }],
    ['INVALID_TIMESTAMP', { submitted_at: '2026-03-10T12:00:00' }],
    ['UNKNOWN_CLASS', { class_wishes: '' }],
    ['UNKNOWN_CLASS', { class_wishes: 'BERGEN-1' }],
    ['UNKNOWN_CLASS', { class_wishes: 'OSLO-1|OSLO-1' }],
    ['OUTSIDE_WINDOW', { submitted_at: '2026-02-28T23:59:59+01:00' }],
    ['OUTSIDE_WINDOW', { submitted_at: '2026-04-01T00:00:00+02:00' }],
  ])('reports %s for %j', (code, change) => {
    expect(codesOf(change)).toEqual([[1, code]]);
  });

  it('takes in the first and the last instant of the window, whatever offset they are written with', () => {
    expect(
      codesOf(
        { application_no: 'A-1', submitted_at: '2026-03-01T00:00:00+01:00' },
        { application_no: 'A-2', submitted_at: '2026-03-31T23:59:59+02:00' },
        { application_no: 'A-3', submitted_at: '2026-03-31T21:59:59Z' },
      ),
    ).toEqual([]);
  });

  it('names only the first code that applies', () => {
    const everythingWrong = {
      family_name: '',
      national_id: 'x',
      submitted_at: 'x',
      class_wishes: '',
    };
    expect(codesOf(everythingWrong, everythingWrong)).toEqual([
      [1, 'MISSING_NAME'],
      [2, 'DUPLICATE_APPLICATION_NO'],
    ]);
  });

  it('counts rows from 1 and lets a bad row use up its number', () => {
    expect(codesOf({}, { family_name: '', application_no: 'A-2' }, { application_no: 'A-2' })).toEqual([
      [2, 'MISSING_NAME'],
      [3, 'DUPLICATE_APPLICATION_NO'],
    ]);
  });
});
