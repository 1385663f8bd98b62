import type { ResultPreviewRow, ResultsPreviewView } from '../../../../../libs/credits/src/http/class-results.dto';
import { inLanguage } from '../../kit/texts';
import { gradeText } from './grades';

const t = inLanguage({
  nb: {
    unknown: 'Ukjent kandidatnummer',
    match: (candidate: string) => `Hvem er ${candidate}?`,
    choose: 'Velg student',
    wrong: 'Rader som ikke kan tas inn',
    row: 'rad',
    without: 'Uten resultat',
    good: 'Rader som tas inn',
  },
  nn: {
    unknown: 'Ukjent kandidatnummer',
    match: (candidate: string) => `Kven er ${candidate}?`,
    choose: 'Vel student',
    wrong: 'Rader som ikkje kan takast inn',
    row: 'rad',
    without: 'Utan resultat',
    good: 'Rader som blir tekne inn',
  },
  en: {
    unknown: 'Unknown candidate number',
    match: (candidate: string) => `Who is ${candidate}?`,
    choose: 'Choose a student',
    wrong: 'Rows that cannot be taken in',
    row: 'row',
    without: 'Without a result',
    good: 'Rows that are taken in',
  },
});

const Heading = ({ text, count }: { readonly text: string; readonly count: number }) => (
  <h3 class="ds-heading" data-size="2xs">
    {text} ({count})
  </h3>
);

const rowText = ({ row, studentNo, name, result }: ResultPreviewRow): string =>
  `${t.row} ${row} · ${studentNo}${name ? ` · ${name}` : ''} · ${gradeText(result)}`;

interface MismatchesProps {
  readonly of: ResultsPreviewView;
  /** A candidate number turns out to be that student's. */
  readonly onMatch: (candidate: string, studentNo: string) => void;
}

/** What does not fit, first: unknown candidates, rows that are refused, students without a result. */
export const Mismatches = ({ of: { rows, withoutResult }, onMatch }: MismatchesProps) => {
  const unknown = rows.filter(({ code }) => code === 'UNKNOWN_STUDENT');
  const wrong = rows.filter(({ outcome, code }) => outcome === 'REJECTED' && code !== 'UNKNOWN_STUDENT');
  const good = rows.filter(({ outcome }) => outcome === 'TAKEN');
  return (
    <>
      {unknown.length > 0 && (
        <div class="stack">
          <Heading text={t.unknown} count={unknown.length} />
          <ul class="plain-list">
            {unknown.map((row) => (
              <li key={row.row} class="acts">
                <span>{rowText(row)}</span>
                <select
                  class="ds-input"
                  aria-label={t.match(row.studentNo)}
                  value=""
                  onChange={(event) => onMatch(row.studentNo, event.currentTarget.value)}
                >
                  <option value="">{t.choose}</option>
                  {withoutResult.map(({ studentNo, familyName, givenNames }) => (
                    <option key={studentNo} value={studentNo}>
                      {familyName}, {givenNames} ({studentNo})
                    </option>
                  ))}
                </select>
              </li>
            ))}
          </ul>
        </div>
      )}
      {wrong.length > 0 && (
        <div class="stack">
          <Heading text={t.wrong} count={wrong.length} />
          <ul class="plain-list">
            {wrong.map((row) => (
              <li key={row.row}>
                {rowText(row)}: <strong>{row.message}</strong> <code>{row.code}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {withoutResult.length > 0 && (
        <div class="stack">
          <Heading text={t.without} count={withoutResult.length} />
          <p class="ds-paragraph">
            {withoutResult.map(({ familyName, givenNames }) => `${givenNames} ${familyName}`).join(' · ')}
          </p>
        </div>
      )}
      {good.length > 0 && (
        <details class="ds-details">
          <summary>
            {t.good} ({good.length})
          </summary>
          <ul class="plain-list">
            {good.map((row) => (
              <li key={row.row}>{rowText(row)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
