import type { OwnAbsence } from '@kull/attendance';
import { localDateInOslo } from '@kull/kernel';
import { type Language, periodText, weekdayText } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import type { ChoiceGroup } from './absence-choice';
import { AbsenceForm, Faults, type FilledIn } from './absence-form';
import { absenceTexts } from './absence-texts';

export const STATUS_COLORS = {
  REPORTED: 'info',
  EXCUSED: 'success',
  NOT_EXCUSED: 'warning',
  WITHDRAWN: 'neutral',
} as const;

export interface AbsencesParts {
  readonly groups: readonly ChoiceGroup[];
  /** Absent: there is nothing to be absent from. */
  readonly group?: ChoiceGroup;
  readonly filledIn: FilledIn;
  readonly formId: string;
  readonly absences: readonly OwnAbsence[];
}

const groupText = (language: Language, { title, sessions }: ChoiceGroup): string => {
  const [first, last] = [sessions[0]!, sessions.at(-1)!];
  return `${title}, ${periodText(language, localDateInOslo(first.startsAt), localDateInOslo(last.startsAt))}`;
};

const Groups = ({
  language,
  groups,
  group,
}: {
  language: Language;
  groups: readonly ChoiceGroup[];
  group: ChoiceGroup;
}) => (
  <details class="ds-details">
    <summary>{absenceTexts[language].gathering}</summary>
    <div>
      <ul class="plain">
        {groups.map((one) => (
          <li key={one.key}>
            <a
              class="ds-link"
              href={`/fravaer?samling=${encodeURIComponent(one.key)}`}
              aria-current={one === group ? 'true' : undefined}
            >
              {groupText(language, one)} · {one.classCode}
            </a>
          </li>
        ))}
      </ul>
    </div>
  </details>
);

const Reported = ({ language, absences }: { language: Language; absences: readonly OwnAbsence[] }) => {
  const { own, none, status, reasons } = absenceTexts[language];
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {own}
      </h2>
      {absences.length === 0 && <p class="ds-paragraph">{none}</p>}
      <ul class="plain">
        {absences.map((one) => (
          <li key={one.id}>
            <a class="ds-link" href={`/fravaer/${one.id}`}>
              {weekdayText(language, localDateInOslo(one.reportedAt))}: {reasons[one.reason]}
            </a>{' '}
            <span class="ds-tag" data-color={STATUS_COLORS[one.status]}>
              {status[one.status]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** S5: what a student reports, and what became of it. */
export const absencesPage = (language: Language, viewer: Viewer, parts: AbsencesParts): string => {
  const { groups, group, filledIn, formId, absences } = parts;
  const texts = absenceTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: group ? `/fravaer?samling=${encodeURIComponent(group.key)}` : '/fravaer',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <Faults language={language} faults={filledIn.faults} />
        {group ? (
          <section class="stack">
            <h2 class="ds-heading" data-size="sm">
              {texts.report}: {groupText(language, group)}
            </h2>
            {groups.length > 1 && <Groups language={language} groups={groups} group={group} />}
            <AbsenceForm language={language} group={group} filledIn={filledIn} formId={formId} />
          </section>
        ) : (
          <p class="ds-paragraph">{texts.nothingToCome}</p>
        )}
        <Reported language={language} absences={absences} />
      </>
    ),
  });
};
