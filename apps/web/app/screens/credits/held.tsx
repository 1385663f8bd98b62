import { Link, useLocation } from 'wouter-preact';
import type { AwardPreviewRow } from '../../../../../libs/credits/src/http/award-view';
import { number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import type { ClassSummary } from './classes';
import { groupAddress } from './groups';
import { HprNumbers } from './hpr-numbers';
import { reasonText } from './reasons';

const t = inLanguage({
  nb: { title: 'Hva holder poengene igjen', who: 'Hvem', all: 'Alle årsaker' },
  nn: { title: 'Kva held poenga igjen', who: 'Kven', all: 'Alle årsaker' },
  en: { title: 'What holds the points back', who: 'Who', all: 'All reasons' },
});

/** By hold code: how many, what to do, and who acts; each is a filter of the list. */
export const HeldReasons = ({
  of,
  at,
  rows,
}: {
  readonly of: ClassSummary;
  readonly at: string;
  readonly rows: readonly AwardPreviewRow[];
}) => {
  const [path] = useLocation();
  const [chosen] = useUrlState('grunn');
  const codes = [...new Set(rows.flatMap(({ after }) => after.coursePoints.reasons))].sort();
  if (codes.length === 0) return null;
  const here = `${path}?vis=${groupAddress('HELD')}`;
  return (
    <section class="stack" aria-labelledby="holdt">
      <h2 class="ds-heading" data-size="2xs" id="holdt">
        {t.title}
      </h2>
      <ul class="tiles">
        {codes.map((code) => {
          const { means, todo, who } = reasonText(code);
          const count = rows.filter(({ after }) => after.coursePoints.reasons.includes(code)).length;
          return (
            <li key={code}>
              <strong>
                <Link
                  class="filter"
                  data-minor
                  href={chosen === code ? here : `${here}&grunn=${code}`}
                  aria-current={chosen === code ? 'true' : undefined}
                >
                  {means} {number(count)}
                </Link>
              </strong>
              <p class="ds-paragraph">{todo}</p>
              <p class="quiet">
                {t.who}: {who} · <code>{code}</code>
              </p>
            </li>
          );
        })}
      </ul>
      <HprNumbers of={of} at={at} rows={rows} />
    </section>
  );
};
