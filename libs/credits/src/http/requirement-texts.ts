import { type Evidence, type Requirement, writtenDay } from '@kull/kernel';
import type { RequirementCode } from '../domain/explain-requirements';
import { assessmentTexts, partTexts, type Texts, type Values } from './listed-texts';

export type { Texts } from './listed-texts';

/** What the evidence says under that name, as text; blank when it says nothing. */
const valuesOf =
  (evidence: readonly Evidence[]): Values =>
  (record) => {
    const found = evidence.find((one) => one.record === record);
    return String(found?.value ?? found?.at ?? '');
  };

const comma = (decimal: string): string => decimal.replace('.', ',');
const percent = (share: string): string => String(Math.round(Number(share) * 10_000) / 100);

const attended = (values: Values) => ({
  nb: `${comma(values('ATTENDED_HOURS'))} av ${comma(values('TOTAL_HOURS'))} timer; kravet er ${comma(percent(values('MIN_ATTENDANCE')))} %`,
  nn: `${comma(values('ATTENDED_HOURS'))} av ${comma(values('TOTAL_HOURS'))} timar; kravet er ${comma(percent(values('MIN_ATTENDANCE')))} %`,
  en: `${values('ATTENDED_HOURS')} of ${values('TOTAL_HOURS')} hours; ${percent(values('MIN_ATTENDANCE'))} % is required`,
});

const texts: Readonly<Record<RequirementCode, (values: Values) => Texts>> = {
  PARTICIPANT_STATUS: () => ({
    nb: 'Du deltar som lege',
    nn: 'Du deltek som lege',
    en: 'You take part as a physician',
  }),
  PARTICIPANT_NOT_AUTHORISED: () => ({
    nb: 'Kurspoeng gis bare til leger',
    nn: 'Kurspoeng blir berre gitt til legar',
    en: 'Course points are for physicians only',
  }),
  ATTENDANCE: (values) => {
    const { nb, nn, en } = attended(values);
    return { nb: `Nok oppmøte: ${nb}`, nn: `Nok oppmøte: ${nn}`, en: `Enough attendance: ${en}` };
  },
  ATTENDANCE_BELOW_MINIMUM: (values) => {
    const { nb, nn, en } = attended(values);
    return { nb: `For lite oppmøte: ${nb}`, nn: `For lite oppmøte: ${nn}`, en: `Too little attendance: ${en}` };
  },
  ...assessmentTexts,
  ...partTexts,
  ECTS_ALREADY_AWARDED: (values) => ({
    nb: `Du har allerede studiepoengene for ${values('COURSE')}`,
    nn: `Du har allereie studiepoenga for ${values('COURSE')}`,
    en: `You already have the ECTS credits of ${values('COURSE')}`,
  }),
  NO_COURSE_APPROVAL: () => ({
    nb: 'Kurset gir ikke kurspoeng',
    nn: 'Kurset gir ikkje kurspoeng',
    en: 'The course gives no course points',
  }),
  COURSE_APPROVAL: (values) => ({
    nb: `Kursgodkjenning ${values('COURSE_APPROVAL')} gjelder til ${writtenDay('nb', values('VALID_TO'))}`,
    nn: `Kursgodkjenning ${values('COURSE_APPROVAL')} gjeld til ${writtenDay('nn', values('VALID_TO'))}`,
    en: `Course approval ${values('COURSE_APPROVAL')} is valid until ${writtenDay('en', values('VALID_TO'))}`,
  }),
  APPROVAL_NOT_VALID_AT_COMPLETION: (values) => ({
    nb: `Kursgodkjenning ${values('COURSE_APPROVAL')} gjaldt ikke da du fullførte, ${writtenDay('nb', values('COMPLETION_DATE'))}`,
    nn: `Kursgodkjenning ${values('COURSE_APPROVAL')} galdt ikkje då du fullførte, ${writtenDay('nn', values('COMPLETION_DATE'))}`,
    en: `Course approval ${values('COURSE_APPROVAL')} was not valid when you completed, ${writtenDay('en', values('COMPLETION_DATE'))}`,
  }),
  HPR_NUMBER: () => ({
    nb: 'HPR-nummeret er bekreftet',
    nn: 'HPR-nummeret er stadfesta',
    en: 'The HPR number is verified',
  }),
  HPR_MISSING: () => ({ nb: 'HPR-nummeret mangler', nn: 'HPR-nummeret manglar', en: 'The HPR number is missing' }),
  HPR_UNKNOWN: () => ({
    nb: 'HPR-nummeret finnes ikke i registeret',
    nn: 'HPR-nummeret finst ikkje i registeret',
    en: 'The HPR number is not in the register',
  }),
  HPR_NOT_PHYSICIAN: () => ({
    nb: 'HPR-nummeret tilhører ikke en lege',
    nn: 'HPR-nummeret høyrer ikkje til ein lege',
    en: 'The HPR number is not that of a physician',
  }),
  HPR_BIRTH_DATE_MISMATCH: () => ({
    nb: 'HPR-nummeret tilhører en med en annen fødselsdato',
    nn: 'HPR-nummeret høyrer til ein med ein annan fødselsdato',
    en: 'The HPR number belongs to somebody with another birth date',
  }),
  HPR_NOT_AUTHORISED_AT_COMPLETION: () => ({
    nb: 'Autorisasjonen gjaldt ikke dagen du fullførte',
    nn: 'Autorisasjonen galdt ikkje dagen du fullførte',
    en: 'The authorisation did not cover the day you completed',
  }),
  AWARDS_NOT_JUDGED: () => ({
    nb: 'Poengene er ikke vurdert ennå',
    nn: 'Poenga er ikkje vurderte enno',
    en: 'The credits have not been judged yet',
  }),
};

/** What a requirement of an award says to people. */
export const textsOf = ({ code, evidence }: Requirement): Texts => texts[code as RequirementCode](valuesOf(evidence));
