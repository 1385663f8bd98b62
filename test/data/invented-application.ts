import type { Chance } from './chance';
import type { InventedPerson } from './people';

/** A row of `applications.csv`, and the applicant's line in the register of health personnel, if there is one. */
export interface InventedApplication {
  readonly row: Readonly<Record<string, string | number>> & { readonly application_no: string };
  readonly hpr?: Readonly<Record<string, string>>;
}

interface Surroundings {
  readonly codes: readonly string[];
  readonly municipalities: readonly string[];
  readonly areas: readonly string[];
}

const opens = Date.parse('2026-03-01T00:00:00+01:00');
const closes = Date.parse('2026-03-31T23:59:59+02:00');

/** A time of the window with Norway's offset; summer time begins on 29 March. */
const submittedAt = (chance: Chance): string => {
  const at = opens + Math.floor((chance.share() * (closes - opens)) / 1_000) * 1_000;
  const summer = at >= Date.parse('2026-03-29T01:00:00Z');
  return new Date(at + (summer ? 7_200_000 : 3_600_000)).toISOString().replace('.000Z', summer ? '+02:00' : '+01:00');
};

const yesMostly = (chance: Chance): string => (chance.happens(0.985) ? 'Y' : 'N');

const physicianRoles = [
  'MUNICIPAL_CHIEF_PHYSICIAN',
  'LEADER_TEAM_PRACTICE',
  'LEADER_GROUP_PRACTICE',
  'GENERAL_PRACTITIONER',
  'OTHER_MUNICIPAL_PHYSICIAN',
];

const registerLine = (chance: Chance, person: InventedPerson, hprNumber: string): Readonly<Record<string, string>> => ({
  hpr_number: hprNumber,
  family_name: person.familyName,
  given_names: person.givenNames,
  birth_date: chance.happens(0.03) ? '1970-01-01' : person.birthDate,
  profession: chance.happens(0.05) ? 'NURSE' : 'PHYSICIAN',
  authorised_from: '1985-07-01',
  authorised_to: chance.happens(0.05) ? '2026-02-01' : '',
});

/** One application that can be taken in. Most are qualified; some lack one thing or another. */
export const application = (
  chance: Chance,
  person: InventedPerson,
  applicationNo: string,
  { codes, municipalities, areas }: Surroundings,
): InventedApplication => {
  const physician = chance.happens(0.09);
  const hprNumber = physician && chance.happens(0.95) ? `9${applicationNo.replace(/\D/g, '').slice(-6)}` : '';
  const education = chance.oneOf(['BACHELOR', 'BACHELOR', 'BACHELOR', 'MASTER', 'MASTER', 'NONE']);
  const wishes = chance.shuffled(codes.length > 8 ? Array.from({ length: 8 }, () => chance.oneOf(codes)) : codes);
  return {
    row: {
      application_no: applicationNo,
      submitted_at: submittedAt(chance),
      family_name: person.familyName,
      given_names: person.givenNames,
      national_id: person.nationalId,
      email: `${applicationNo.toLowerCase()}@example.no`,
      phone: `+474${String(chance.between(0, 9_999_999)).padStart(7, '0')}`,
      language: chance.oneOf(['nb', 'nb', 'nb', 'nb', 'nn', 'en']),
      municipality_code: chance.oneOf(municipalities),
      employer: chance.happens(0.01) ? '=Avd. "Øst";\nhjemmetjenesten' : 'Eksempel kommune',
      employer_org_no: '243652340',
      service_area: chance.happens(0.01) ? 'HOSPITAL' : physician ? 'GP_SERVICE' : chance.oneOf(areas),
      profession: physician ? 'PHYSICIAN' : chance.oneOf(['NURSE', 'SOCIAL_WORKER', 'PHYSIOTHERAPIST', 'OTHER']),
      position_title: 'Enhetsleder',
      leader_role: yesMostly(chance),
      personnel_responsibility: yesMostly(chance),
      budget_responsibility: yesMostly(chance),
      years_experience: chance.between(2, 30),
      highest_education: education,
      ects_credits: education === 'NONE' ? chance.between(60, 200) : chance.between(180, 300),
      physician: physician ? 'Y' : 'N',
      physician_role: physician ? chance.oneOf(physicianRoles) : '',
      hpr_number: hprNumber,
      employer_confirmed_at: chance.happens(0.02) ? '' : `2026-03-${String(chance.between(1, 31)).padStart(2, '0')}`,
      recommended_by: chance.happens(0.5) ? 'Kommunedirektør' : '',
      class_wishes: [...new Set(wishes)].slice(0, chance.between(1, 4)).join('|'),
    },
    ...(hprNumber && chance.happens(0.95) ? { hpr: registerLine(chance, person, hprNumber) } : {}),
  };
};

const ways: readonly ((row: InventedApplication['row'], no: string) => InventedApplication['row'])[] = [
  (row) => row,
  (row, no) => ({ ...row, application_no: no, family_name: ' ' }),
  (row, no) => ({ ...row, application_no: no, national_id: '12345678901' }),
  (row, no) => ({ ...row, application_no: no, submitted_at: '2026-03-12 10:00' }),
  (row, no) => ({ ...row, application_no: no, class_wishes: 'BERGEN-1' }),
  (row, no) => ({
    ...row,
    application_no: no,
    class_wishes: `${String(row.class_wishes).split('|')[0]}|${String(row.class_wishes).split('|')[0]}`,
  }),
  (row, no) => ({ ...row, application_no: no, submitted_at: '2026-04-01T00:00:00+02:00' }),
  (row, no) => ({ ...row, application_no: no, submitted_at: '2026-03-31T23:59:59+02:00' }),
];

/** Further rows made of good ones: one for each code of selection.md 1 in turn, and second applications of the same person. */
export const spoiled = (chance: Chance, good: readonly InventedApplication[], count: number): InventedApplication[] =>
  Array.from({ length: count }, (_, i) => ({
    row: ways[i % ways.length]!(chance.oneOf(good).row, `X26-${String(i + 1).padStart(6, '0')}`),
  }));
