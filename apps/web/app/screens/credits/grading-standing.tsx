import { Link, useLocation } from 'wouter-preact';
import type { GradingOfAssessment } from '../../../../../libs/credits/src/domain/grading';
import { Bar } from '../../kit/bar';
import { dayAndTime, longDay, number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { gradeText } from './grades';
import { resultFilters } from './result-filters';

const t = inLanguage({
  nb: {
    deadline: 'Sensurfrist',
    left: (days: number) =>
      days === 0 ? 'fristen er nådd' : `${days} ${days === 1 ? 'virkedag' : 'virkedager'} igjen`,
    handIn: 'Innlevering',
    noDeadline: 'Ingen sensurfrist er satt for denne vurderingen.',
    reasons: 'Siste dag å be om begrunnelse',
    appeal: 'Siste dag å klage',
    distribution: 'Fordeling av resultater',
    filter: 'Vis',
    all: 'I klassen',
  },
  nn: {
    deadline: 'Sensurfrist',
    left: (days: number) =>
      days === 0 ? 'fristen er nådd' : `${days} ${days === 1 ? 'vyrkedag' : 'vyrkedagar'} igjen`,
    handIn: 'Innlevering',
    noDeadline: 'Ingen sensurfrist er sett for denne vurderinga.',
    reasons: 'Siste dag å be om grunngiving',
    appeal: 'Siste dag å klage',
    distribution: 'Fordeling av resultat',
    filter: 'Vis',
    all: 'I klassen',
  },
  en: {
    deadline: 'Grading deadline',
    left: (days: number) =>
      days === 0 ? 'the deadline is reached' : `${days} working ${days === 1 ? 'day' : 'days'} left`,
    handIn: 'Hand-in',
    noDeadline: 'No grading deadline is set for this assessment.',
    reasons: 'Last day to ask for reasons',
    appeal: 'Last day to appeal',
    distribution: 'Distribution of results',
    filter: 'Show',
    all: 'In the class',
  },
});

/** How the grading stands: the deadline in words, who has no result, and how the grades are spread. */
export const GradingStanding = ({ of }: { readonly of: GradingOfAssessment }) => {
  const [path] = useLocation();
  const { assessment, students, withoutResult, waitingForAttestation, distribution } = of;
  const { gradingDeadline, workingDaysLeft, handInBy, lastReasonsDeadline, lastAppealDeadline } = of;
  const counts = {
    all: students,
    MISSING: withoutResult,
    WAITING: waitingForAttestation,
    COUNTS: students - withoutResult - waitingForAttestation,
  };
  const here = `${path}?vurdering=${assessment}`;
  return (
    <>
      <p class="ds-paragraph">
        {gradingDeadline ? (
          <>
            {t.deadline}: <strong>{longDay(gradingDeadline)}</strong>
            {workingDaysLeft !== undefined && ` (${t.left(workingDaysLeft)})`}
          </>
        ) : (
          t.noDeadline
        )}
        {handInBy && ` · ${t.handIn} ${dayAndTime(handInBy)}`}
        {lastReasonsDeadline && ` · ${t.reasons} ${longDay(lastReasonsDeadline)}`}
        {lastAppealDeadline && ` · ${t.appeal} ${longDay(lastAppealDeadline)}`}
      </p>
      <nav class="groups" aria-label={t.filter}>
        {resultFilters.map(({ key, inAddress, name }) => (
          <Link key={key} class="filter" href={inAddress ? `${here}&vis=${inAddress}` : here}>
            {name} <strong>{number(counts[key])}</strong>
          </Link>
        ))}
      </nav>
      <section aria-label={t.distribution}>
        <ul class="tally">
          {distribution.map(({ grade, students: count }) => (
            <li key={grade}>
              <span>{gradeText(grade)}</span>
              <Bar part={count} whole={Math.max(students, 1)} />
              <strong class="number">{number(count)}</strong>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};
