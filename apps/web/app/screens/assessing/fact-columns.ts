import type { AssessmentWorkView } from '../../../../../libs/admissions/src/http/assessment-work.controller';
import { number } from '../../kit/dates';
import type { Column } from '../../kit/table';
import { areaWord, educationWord, physicianRoleWord } from './fact-words';
import { t } from './texts';

const responsibilities = ({ personnelResponsibility, budgetResponsibility }: AssessmentWorkView): string =>
  [personnelResponsibility && t.responsibility.personnel, budgetResponsibility && t.responsibility.budget]
    .filter(Boolean)
    .join(', ') || t.responsibility.none;

/** What an assessor judges an application by, beside its number. */
export const factColumns: readonly Column<AssessmentWorkView>[] = [
  {
    key: 'tjeneste',
    header: t.columns.area,
    sortBy: ({ serviceArea }) => areaWord(serviceArea),
    cell: ({ serviceArea }) => areaWord(serviceArea),
  },
  { key: 'ansvar', header: t.columns.leads, cell: responsibilities },
  {
    key: 'erfaring',
    header: t.columns.years,
    isNumber: true,
    sortBy: ({ yearsExperience }) => yearsExperience,
    cell: ({ yearsExperience }) => number(yearsExperience),
  },
  {
    key: 'utdanning',
    header: t.columns.education,
    sortBy: ({ highestEducation }) => highestEducation,
    cell: ({ highestEducation, ectsCredits, recommended }) =>
      [educationWord(highestEducation), t.ects(number(ectsCredits)), ...(recommended ? [t.recommended] : [])].join(
        ', ',
      ),
  },
  {
    key: 'lege',
    header: t.columns.role,
    sortBy: ({ physicianRole }) => physicianRole,
    cell: ({ physician, physicianRole }) => (physician ? physicianRoleWord(physicianRole) : '–'),
  },
  {
    key: 'mangler',
    header: t.columns.wanted,
    sortBy: ({ wanted }) => wanted ?? '',
    cell: ({ wanted }) => (wanted ? t.wanted[wanted] : t.enough),
  },
];
