import type { Measure } from '../../../../api/src/reports/indicators';
import type { Report } from '../../../../api/src/reports/report';
import { Bar } from '../../kit/bar';
import { number } from '../../kit/dates';
import { groupName } from './group-name';
import { t } from './report-texts';

interface BarsProps {
  readonly report: Report;
  readonly measure: Measure;
}

/** One number of every group as bars; the table below says the same and more. */
export const Bars = ({ report: { by, rows }, measure }: BarsProps) => {
  const most = Math.max(1, ...rows.map(({ counts }) => counts[measure] ?? 0));
  return (
    <figure class="report-bars">
      <figcaption class="ds-heading" data-size="2xs">
        {t.measures[measure]}, {t.by.toLowerCase()} {t.dimensions[by]}
      </figcaption>
      <ul>
        {rows.map(({ group, counts }) => {
          const count = counts[measure];
          return (
            <li key={group}>
              <span>{groupName(group)}</span>
              <Bar part={count ?? 0} whole={most} />
              <span class="number">{count === null ? t.hidden : number(count)}</span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
};
