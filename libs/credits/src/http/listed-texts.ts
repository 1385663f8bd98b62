import { writtenDay } from '@kull/kernel';

/** One sentence in each language of the service. */
export interface Texts {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

/** What the evidence says under a name, as text; blank when it says nothing. */
export type Values = (record: string) => string;

type TextsOf<Code extends string> = Readonly<Record<Code, (values: Values) => Texts>>;

const letter = /^[A-F]$/;

/** `, karakter C`, where the scale has letters. */
const gradeIn = (values: Values) => {
  const grade = values('CORRECTED_RESULT') || values('RESULT');
  return letter.test(grade)
    ? { nb: `, karakter ${grade}`, nn: `, karakter ${grade}`, en: `, grade ${grade}` }
    : { nb: '', nn: '', en: '' };
};

const gradedBy = (values: Values) => {
  const day = values('GRADING_DEADLINE');
  return day === ''
    ? { nb: '', nn: '', en: '' }
    : {
        nb: `; sensur senest ${writtenDay('nb', day)}`,
        nn: `; sensur seinast ${writtenDay('nn', day)}`,
        en: `; grading is due by ${writtenDay('en', day)}`,
      };
};

/** The assessment of a course that has one says no title. */
export const assessmentTexts: TextsOf<'ASSESSMENT' | 'ASSESSMENT_MISSING' | 'ASSESSMENT_NOT_PASSED'> = {
  ASSESSMENT: (values) => {
    const title = values('TITLE');
    if (title === '')
      return { nb: 'Kursprøven er bestått', nn: 'Kursprøva er bestått', en: 'The assessment is passed' };
    const { nb, nn, en } = gradeIn(values);
    return { nb: `${title}: bestått${nb}`, nn: `${title}: bestått${nn}`, en: `${title}: passed${en}` };
  },
  ASSESSMENT_MISSING: (values) => {
    const title = values('TITLE');
    if (title === '')
      return {
        nb: 'Resultatet av kursprøven er ikke attestert ennå',
        nn: 'Resultatet av kursprøva er ikkje attestert enno',
        en: 'The result of the assessment is not attested yet',
      };
    if (values('RESULT') !== '')
      return {
        nb: `${title}: resultatet er ikke attestert ennå`,
        nn: `${title}: resultatet er ikkje attestert enno`,
        en: `${title}: the result is not attested yet`,
      };
    const { nb, nn, en } = gradedBy(values);
    return {
      nb: `${title}: ikke sensurert ennå${nb}`,
      nn: `${title}: ikkje sensurert enno${nn}`,
      en: `${title}: not graded yet${en}`,
    };
  },
  ASSESSMENT_NOT_PASSED: (values) => {
    const title = values('TITLE');
    if (title === '')
      return {
        nb: 'Kursprøven er ikke bestått',
        nn: 'Kursprøva er ikkje bestått',
        en: 'The assessment is not passed',
      };
    const { nb, nn, en } = gradeIn(values);
    const last = values('APPEAL_DEADLINE');
    return {
      nb: `${title}: ikke bestått${nb}; du kan klage til og med ${writtenDay('nb', last)}`,
      nn: `${title}: ikkje bestått${nn}; du kan klage til og med ${writtenDay('nn', last)}`,
      en: `${title}: not passed${en}; you may appeal until ${writtenDay('en', last)}`,
    };
  },
};

export const partTexts: TextsOf<'PART' | 'PART_MISSING'> = {
  PART: (values) => ({
    nb: `${values('TITLE')}: fullført`,
    nn: `${values('TITLE')}: fullført`,
    en: `${values('TITLE')}: done`,
  }),
  PART_MISSING: (values) => ({
    nb: `${values('TITLE')}: ikke fullført ennå`,
    nn: `${values('TITLE')}: ikkje fullført enno`,
    en: `${values('TITLE')}: not done yet`,
  }),
};
