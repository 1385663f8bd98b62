import { Link } from 'wouter-preact';
import type { Overview } from '../../../../api/src/overview/overview';
import { number } from '../../kit/dates';
import { Card } from './card';
import { type Case, casesIn, type Severity } from './cases';
import { t } from './dashboard-texts';

const COLOURS: Readonly<Record<Severity, string>> = { wrong: 'danger', risk: 'warning', note: 'info' };
const SIGNS: Readonly<Record<Severity, string>> = { wrong: '✗', risk: '⚠', note: 'ℹ' };

const Line = ({ kind, severity, count, about, href }: Case) => {
  const [one, many] = t.cases[kind];
  return (
    <li>
      <span class="ds-tag" data-color={COLOURS[severity]} data-size="sm">
        <span aria-hidden="true">{SIGNS[severity]}</span>&nbsp;{t.severities[severity]}
      </span>
      <Link class="ds-link" href={href}>
        <b>{number(count)}</b> {count === 1 ? one : many}
        {about && ` (${about})`}
      </Link>
    </li>
  );
};

/** What somebody has to do something about, the most pressing first. */
export const Queue = ({ overview }: { readonly overview: Overview }) => {
  const cases = casesIn(overview);
  return (
    <Card title={t.todo} isDouble>
      {cases.length === 0 ? (
        <p class="ds-paragraph">✓ {t.nothingTodo}</p>
      ) : (
        <ul class="queue cases">
          {cases.map((one) => (
            <Line key={`${one.kind} ${one.about}`} {...one} />
          ))}
        </ul>
      )}
    </Card>
  );
};
