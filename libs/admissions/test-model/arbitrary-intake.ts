import fc from 'fast-check';
import type { ApplicationRecord } from '../src/domain/application-facts';
import { definitionOf, type IntakeFolder, type Row } from './intake-folder';

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

/** A synthetic national id (month + 80) of somebody born that day: the first that works from `serial` on. */
export const syntheticNationalId = (birthDate: string, serial = 0): string => {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number];
  const from = year >= 2000 ? 500 : 0;
  for (let n = from + serial; ; n++) {
    const nine = String(day).padStart(2, '0') + String(month + 80) + String(year).slice(2) + String(n).padStart(3, '0');
    const k1 = (11 - (weighted(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
    const k2 = (11 - (weighted(nine + k1, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    if (k1 < 10 && k2 < 10) return nine + k1 + k2;
  }
};

const birthDates = ['1960-02-29', '1975-06-01', '1988-12-31', '1999-01-01', '2001-03-31', '2001-04-01', '2003-07-15'];

/** The valid national ids that arbitrary intakes draw from, with the day each stands for. */
export const births: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 21 }, (_, i) => {
    const birthDate = birthDates[i % birthDates.length]!;
    return [syntheticNationalId(birthDate, i * 7), birthDate] as const;
  }),
);

const nationalIds = [...births.keys()];
const services = ['NURSING_HOME', 'HOME_CARE', 'GP_SERVICE'];
const municipalities = ['0301', '5001', '4601'];

/** Mostly `usual`, now and then one of the others. */
const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 24, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const moment = (from: string, minutes: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: minutes }).map((n) => new Date(Date.parse(from) + n * 60_000).toISOString());

const classCodes = ['OSLO-1', 'OSLO-2', 'TRONDHEIM-1'];

const application = (index: number): fc.Arbitrary<ApplicationRecord> =>
  fc.record({
    application_no: mostly(`A26-${String(index).padStart(3, '0')}`, 'A26-000'),
    submitted_at: fc.oneof(
      { weight: 20, arbitrary: moment('2026-03-01T00:00:00+01:00', 40_000) },
      { weight: 1, arbitrary: fc.constantFrom('2026-03-10T12:00:00', '', '2026-02-28T22:59:59Z') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '2026-03-31T23:59:59+02:00',
          '2026-04-01T00:00:00+02:00',
          '2026-03-31T22:30:00+01:00',
          '2026-03-01T00:00:00+01:00',
        ),
      },
    ),
    family_name: mostly('Test', ' '),
    given_names: mostly('Prøve', ''),
    national_id: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...nationalIds) },
      { weight: 1, arbitrary: fc.constantFrom('12345678901', '1234', '') },
    ),
    email: fc.constant(''),
    phone: fc.constant(''),
    language: fc.constant('nb'),
    municipality_code: fc.constantFrom(...municipalities),
    employer: fc.constant('Kommune'),
    employer_org_no: fc.constant(''),
    service_area: fc.oneof(
      { weight: 15, arbitrary: fc.constantFrom(...services) },
      { weight: 1, arbitrary: fc.constant('HOSPITAL') },
    ),
    profession: fc.constant('NURSE'),
    position_title: fc.constant(''),
    leader_role: mostly('Y', 'N'),
    personnel_responsibility: mostly('Y', 'N'),
    budget_responsibility: mostly('Y', 'N', ''),
    years_experience: mostly('7', '2', '3', '4'),
    highest_education: mostly('BACHELOR', 'MASTER', 'NONE'),
    ects_credits: mostly('180', '60', '90', '179'),
    physician: fc.constantFrom('Y', 'N'),
    physician_role: fc.constantFrom('MUNICIPAL_CHIEF_PHYSICIAN', 'GENERAL_PRACTITIONER', 'LEADER_GROUP_PRACTICE'),
    hpr_number: fc.constantFrom('', '9000001', '9000002'),
    employer_confirmed_at: mostly('2026-03-31', '', '2026-04-01'),
    recommended_by: fc.constantFrom('', '', 'Kommunedirektør'),
    class_wishes: fc.oneof(
      {
        weight: 24,
        arbitrary: fc.shuffledSubarray(classCodes, { minLength: 1 }).map((wishes) => wishes.join('|')),
      },
      { weight: 1, arbitrary: fc.constantFrom('', 'BERGEN-1', 'OSLO-1|OSLO-1', 'OSLO-1|') },
    ),
  });

/** HPR numbers are made to fit the person most of the time, so that there are verified physicians to place. */
const withFittingHprNumber = (record: ApplicationRecord): ApplicationRecord =>
  record.physician === 'Y' && record.hpr_number !== '' && nationalIds.includes(record.national_id)
    ? { ...record, hpr_number: String(9_100_000 + nationalIds.indexOf(record.national_id)) }
    : record;

const register = (changes: readonly number[]): Row[] =>
  nationalIds.map((nationalId, i) => ({
    hpr_number: String(9_100_000 + i),
    family_name: 'Test',
    given_names: 'Prøve',
    birth_date: changes[i] === 1 ? '1950-01-01' : births.get(nationalId)!,
    profession: changes[i] === 2 ? 'NURSE' : 'PHYSICIAN',
    authorised_from: changes[i] === 3 ? '2026-04-01' : '2000-01-01',
    authorised_to: changes[i] === 4 ? '2026-03-30' : changes[i] === 5 ? '2026-03-31' : '',
  }));

const rounds = [1, 2, 3, 4].map((round) => ({
  round,
  offersAt: `2026-0${round + 4}-01T09:00:00+02:00`,
  replyBy: `2026-0${round + 4}-10T23:59:59+02:00`,
}));

const answersFor = (applicationNo: string): fc.Arbitrary<Row[]> =>
  fc
    .array(
      fc.record({
        application_no: fc.constant(applicationNo),
        round: fc.constantFrom('1', '2', '3', '4'),
        answer: mostly('ACCEPT', 'DECLINE', 'DECLINE', 'DECLINE'),
        keep_waiting: fc.constantFrom('Y', 'Y', 'N'),
        day: fc.integer({ min: 1, max: 11 }),
      }),
      { maxLength: 5 },
    )
    .map((rows) =>
      rows.map(({ day, round, ...row }) => ({
        ...row,
        round,
        answered_at: `2026-0${Number(round) + 4}-${String(day).padStart(2, '0')}T23:59:59+02:00`,
      })),
    );

const assessmentsFor = (applicationNo: string): fc.Arbitrary<Row[]> =>
  fc
    .record({
      one: fc.integer({ min: 40, max: 46 }),
      two: fc.integer({ min: 40, max: 46 }),
      more: fc.constantFrom(0, 0, 0, 0, 30, 20, 21),
      fewest: mostly(5, 5, 5, 5, 5, 0),
    })
    .chain(({ one, two, more, fewest }) =>
      fc.shuffledSubarray(
        [
          { application_no: applicationNo, assessor: 'assessor-a', score: String(one + more) },
          { application_no: applicationNo, assessor: 'assessor-b', score: String(two) },
          { application_no: applicationNo, assessor: 'assessor-c', score: '55' },
          { application_no: applicationNo, assessor: 'assessor-d', score: '60' },
          { application_no: applicationNo, assessor: 'assessor-b', score: String(two + 1) },
        ],
        { minLength: fewest },
      ),
    );

const definition = fc
  .record({
    capacities: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
    earmarked: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
    maxPerMunicipalityPerClass: fc.integer({ min: 1, max: 3 }),
    releaseEarmarkedBeforeRound: fc.integer({ min: 1, max: 5 }),
    lotterySeed: fc.string({ maxLength: 4 }),
    recommendation: fc.constantFrom(0, 0.5, 3),
  })
  .map(({ capacities, earmarked, recommendation, ...rest }) =>
    definitionOf({
      ...rest,
      intake: 'T-2026',
      programme: { code: 'T', title: 'Prøve', ectsCredits: 30, level: 7, mode: 'IN_PERSON' },
      window: { opensAt: '2026-03-01T00:00:00+01:00', closesAt: '2026-03-31T23:59:59+02:00' },
      commissionedPlaces: 9,
      rounds,
      classes: classCodes.map((code, i) => ({
        code,
        site: 'Oslo',
        capacity: capacities[i],
        earmarkedPhysicianPlaces: Math.min(earmarked[i]!, capacities[i]!),
        startsOn: '2026-09-07',
        endsOn: '2027-06-11',
      })),
      targetServiceAreas: services,
      requirements: {
        minAge: 25,
        minYearsExperience: 4,
        minYearsExperienceWithMaster: 3,
        minEctsCredits: 180,
        priorLearningFromEctsCredits: 90,
      },
      bonus: { recommendation, sameMunicipalityDifferentService: 2 },
      thirdAssessmentWhenDifferenceAbove: 20,
    }),
  );

/** Small intakes with everything that can go wrong or tight in them: few places, equal scores, late and double answers. */
export const arbitraryIntake: fc.Arbitrary<IntakeFolder> = fc
  .integer({ min: 1, max: 16 })
  .chain((size) =>
    fc.record({
      definition,
      applications: fc
        .tuple(...Array.from({ length: size }, (_, i) => application(i)))
        .map((records) => records.map(withFittingHprNumber)),
      register: fc.array(fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 3, 4, 5), { minLength: 21, maxLength: 21 }).map(register),
    }),
  )
  .chain(({ definition, applications, register }) => {
    const numbers = [...new Set(applications.map((record) => record.application_no))];
    return fc.record({
      definition: fc.constant(definition),
      applications: fc.constant(applications),
      register: fc.constant(register),
      assessments: fc.tuple(...numbers.map(assessmentsFor)).map((rows) => rows.flat()),
      answers: fc.tuple(...numbers.map(answersFor)).map((rows) => rows.flat()),
    });
  });
