import { type LocalDate, localDateInOslo, writtenDay, writtenOrgNumber } from '@kull/kernel';
import type { StatementContent } from './content';
import { statementMessages } from './messages';

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What the template lays out: finished texts, no decisions left. */
export interface StatementView {
  readonly language: string;
  readonly documentTitle: string;
  readonly organiser: string;
  readonly title: string;
  readonly notice: string;
  readonly certifies: string;
  readonly name: string;
  readonly person: string;
  readonly hasCompleted: string;
  readonly programme: string;
  readonly credits: string;
  readonly facts: readonly Fact[];
  readonly assessments: {
    readonly title: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly made: string;
  readonly official: string;
}

/** Content in the words, dates and numbers of its language. */
export const statementView = (content: StatementContent): StatementView => {
  const { language, student, programme, courseCode, startsOn, endsOn, organiser } = content;
  const text = statementMessages[language];
  const on = (day: LocalDate) => writtenDay(language, day);
  const name = `${student.givenNames} ${student.familyName}`;
  const fact = (label: string, value: string | undefined): Fact[] => (value === undefined ? [] : [{ label, value }]);
  return {
    language,
    documentTitle: `${text.title} – ${name}`,
    organiser: organiser.name,
    title: text.title,
    notice: text.notADiploma,
    certifies: text.certifies,
    name,
    person: `${text.born} ${on(student.birthDate)}`,
    hasCompleted: text.hasCompleted,
    programme: programme.title,
    credits: `${String(content.ectsCredits).replace('.', text.decimalMark)} ${text.credits}`,
    facts: [
      ...fact(text.programme, programme.code),
      ...fact(text.course, courseCode),
      ...fact(text.level, programme.level === undefined ? undefined : text.levelOf(programme.level)),
      ...fact(text.period, startsOn === undefined ? undefined : `${on(startsOn)} – ${on(endsOn)}`),
      ...fact(text.completed, on(content.completedOn)),
      ...fact(text.organiser, `${organiser.name}, ${text.orgNumber} ${writtenOrgNumber(organiser.orgNumber)}`),
    ],
    assessments: {
      title: text.assessments,
      header: [text.assessment, text.grade, text.attested],
      rows: content.assessments.map(({ title, grade, attestedOn }) => [
        title ?? text.assessment,
        text.grades[grade],
        attestedOn === undefined ? '' : on(attestedOn),
      ]),
    },
    made: text.made(on(localDateInOslo(content.madeAt))),
    official: text.official(organiser.name),
  };
};
