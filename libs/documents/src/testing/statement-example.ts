import type { StatementContent } from '../statement/content';

/** A statement of a person who does not exist, in bokmål: a programme of two graded assessments. */
export const statementExample: StatementContent = {
  language: 'nb',
  student: { familyName: 'Testesen Prøve', givenNames: 'Kari', birthDate: '1980-01-15' },
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten', level: 7 },
  courseCode: 'LEDELSE-30',
  startsOn: '2026-09-07',
  endsOn: '2027-06-18',
  completedOn: '2027-06-24',
  ectsCredits: 30,
  assessments: [
    { title: 'Prosjektoppgave', grade: 'B', attestedOn: '2027-06-22' },
    { title: 'Hjemmeeksamen', grade: 'PASSED', attestedOn: '2027-06-24' },
  ],
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865', domain: 'bi.no' },
  madeAt: '2027-07-01T07:00:00.000Z',
};
