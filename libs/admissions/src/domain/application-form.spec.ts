import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import { factsOf } from './application-facts';
import {
  type Answers,
  answered,
  type FormField,
  factsIn,
  faultsIn,
  fieldsOf,
  formParts,
  isOrgNumber,
} from './application-form';
import { checkRows } from './application-rows';

const { applications, definition } = readIntakeFolder(demonstrationFolder());
const { takenIn } = checkRows(applications, definition, { acceptSynthetic: true });
const columns = formParts.flatMap((part) => fieldsOf[part]);

const filledIn = (record: (typeof applications)[number]): Answers =>
  Object.fromEntries(columns.map((field) => [field, record[field]]).filter(([, text]) => text !== ''));

const full: Answers = {
  email: 'nora@example.no',
  language: 'nb',
  employer: 'Bodø kommune',
  employer_org_no: '974767880',
  municipality_code: '1804',
  service_area: 'HOME_CARE',
  profession: 'NURSE',
  position_title: 'Enhetsleder',
  leader_role: 'Y',
  personnel_responsibility: 'Y',
  budget_responsibility: 'Y',
  years_experience: '7.5',
  highest_education: 'BACHELOR',
  physician: 'N',
  class_wishes: 'TRONDHEIM-1|OSLO-1',
};
const codes = (answers: Answers) =>
  formParts.flatMap((part) => faultsIn(part, answers, definition, false)).map(({ field, code }) => `${field} ${code}`);
const without = (field: FormField): Answers =>
  Object.fromEntries(Object.entries(full).filter(([name]) => name !== field));

describe('the form', () => {
  it('has nothing wrong when it is filled in', () => expect(codes(full)).toEqual([]));

  it.each([
    ['email', 'MISSING'],
    ['language', 'NOT_CHOSEN'],
    ['employer', 'MISSING'],
    ['employer_org_no', 'MISSING'],
    ['municipality_code', 'MISSING'],
    ['service_area', 'NOT_CHOSEN'],
    ['profession', 'NOT_CHOSEN'],
    ['position_title', 'MISSING'],
    ['leader_role', 'NOT_CHOSEN'],
    ['personnel_responsibility', 'NOT_CHOSEN'],
    ['budget_responsibility', 'NOT_CHOSEN'],
    ['years_experience', 'MISSING'],
    ['highest_education', 'NOT_CHOSEN'],
    ['physician', 'NOT_CHOSEN'],
    ['class_wishes', 'NO_WISH'],
  ] as const)('wants %s', (field, code) => expect(codes(without(field))).toEqual([`${field} ${code}`]));

  it.each([
    [{ email: 'nora' }, 'email INVALID_EMAIL'],
    [{ email: 'nora@example.no, x@example.no' }, 'email INVALID_EMAIL'],
    [{ phone: '12' }, 'phone INVALID_PHONE'],
    [{ employer_org_no: '974767881' }, 'employer_org_no INVALID_ORG_NUMBER'],
    [{ municipality_code: '18' }, 'municipality_code INVALID_MUNICIPALITY'],
    [{ years_experience: 'ti' }, 'years_experience NOT_A_NUMBER'],
    [{ highest_education: 'NONE' }, 'ects_credits MISSING'],
    [{ physician: 'Y', physician_role: 'GENERAL_PRACTITIONER' }, 'hpr_number MISSING'],
    [{ physician: 'Y', physician_role: 'GENERAL_PRACTITIONER', hpr_number: '12' }, 'hpr_number INVALID_HPR_NUMBER'],
    [{ physician: 'Y', hpr_number: '9144900' }, 'physician_role NOT_CHOSEN'],
    [{ class_wishes: 'OSLO-1|OSLO-1' }, 'class_wishes WISHED_TWICE'],
    [{ class_wishes: 'BODO-1' }, 'class_wishes UNKNOWN_CLASS'],
    [{ employer: 'x'.repeat(201) }, 'employer TOO_LONG'],
  ] as const)('says of %j what is wrong', (change, code) => expect(codes({ ...full, ...change })).toEqual([code]));

  it('asks for names where the log-in gave none', () => {
    const faults = faultsIn('ABOUT', full, definition, true);
    expect(faults.map(({ field }) => field)).toEqual(['family_name', 'given_names']);
  });

  it('takes numbers as people write them', () => {
    const given = { ...full, employer_org_no: '974 767 880', years_experience: '7,5', phone: '+47 934 60 354' };
    const after = answered(answered({}, 'LEADER_ROLE', given), 'ABOUT', given);
    expect(after).toMatchObject({ employer_org_no: '974767880', years_experience: '7.5', phone: '+4793460354' });
  });

  it('keeps the other parts, and forgets the physician’s fields of whoever is none', () => {
    const physician = { ...full, physician: 'Y', hpr_number: '9144900', physician_role: 'GENERAL_PRACTITIONER' };
    expect(answered(physician, 'QUOTA', { physician: 'N', hpr_number: '9144900' })).toEqual(full);
  });

  it('says the same as the row of a file with the same content', () => {
    for (const { facts, details } of takenIn) {
      const record = applications.find((one) => one.application_no === facts.applicationNo)!;
      const sentAs = {
        applicationNo: facts.applicationNo,
        submittedAt: facts.submittedAt,
        familyName: details.familyName,
        givenNames: details.givenNames,
        ...(facts.employerConfirmedOn && { employerConfirmedOn: facts.employerConfirmedOn }),
      };
      expect(factsIn(filledIn(record), sentAs)).toEqual(factsOf(record, facts.submittedAt));
    }
  });

  it('leaves any text within what an event can hold', () => {
    const texts = fc.dictionary(fc.constantFrom(...columns), fc.string({ unit: 'binary', maxLength: 12 }));
    fc.assert(
      fc.property(texts, fc.constantFrom(...formParts), (given, part) => {
        const after = answered({}, part, given);
        for (const text of Object.values(after)) expect(text).not.toMatch(/\p{Cc}/u);
        expect(answered(after, part, after)).toEqual(after);
      }),
    );
  });
});

it('knows organisation numbers by their control digit', () => {
  expect(['974767880', '889640782', '974767881', '97476788', ''].map(isOrgNumber)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
