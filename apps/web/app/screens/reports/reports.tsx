import './reports.css';
import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import type { Dimension, Measure } from '../../../../api/src/reports/indicators';
import type { Report } from '../../../../api/src/reports/report';
import { fileAddress, get } from '../../api/client';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { useUrlState } from '../../kit/url-state';
import { Bars } from './bars';
import { IndicatorsTable } from './indicators-table';
import { t } from './report-texts';

const chosen = <Name extends string>(
  names: Readonly<Record<Name, string>>,
  given: string | undefined,
  first: Name,
): Name => (given !== undefined && given in names ? (given as Name) : first);

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly names: Readonly<Record<Name, string>>;
  readonly value: Name;
  readonly onChange: (value: Name) => void;
}

const Choice = <Name extends string>({ label, names, value, onChange }: ChoiceProps<Name>) => (
  <label class="ds-label field">
    {label}
    <select class="ds-input" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value as Name)}>
      {(Object.entries(names) as [Name, string][]).map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

/** What became of those who applied, for those who pay and those who evaluate (ux.md A12). */
const Reports = () => {
  const [givenBy, setBy] = useUrlState('etter');
  const [intake, setIntake] = useUrlState('opptak');
  const [givenMeasure, setMeasure] = useUrlState('tall');
  const by: Dimension = chosen(t.dimensions, givenBy, 'site');
  const measure: Measure = chosen(t.measures, givenMeasure, 'accepted');
  const report = useQuery({
    queryKey: ['overview', 'indicators', by, intake],
    queryFn: () => get<Report>('/reports/indicators', { by, intake }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t.title}
      acts={
        <>
          <a class="ds-button" href={fileAddress('/reports/indicators.xlsx', { by, intake })}>
            {t.excel}
          </a>
          <a class="ds-button" data-variant="secondary" href={fileAddress('/reports/indicators.csv', { by, intake })}>
            {t.csv}
          </a>
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => globalThis.print()}>
            {t.print}
          </button>
        </>
      }
    >
      <Loaded of={report}>
        {(data) => {
          const intakes = { '': t.allIntakes, ...Object.fromEntries(data.intakes.map((code) => [code, code])) };
          return (
            <>
              <div class="report-choices">
                <Choice label={t.by} names={t.dimensions} value={by} onChange={setBy} />
                <Choice label={t.intake} names={intakes} value={intake ?? ''} onChange={setIntake} />
                <Choice label={t.show} names={t.measures} value={measure} onChange={setMeasure} />
              </div>
              {data.rows.length === 0 ? (
                <p class="empty">{t.empty}</p>
              ) : (
                <>
                  <Bars report={data} measure={measure} />
                  <IndicatorsTable report={data} />
                  <p class="ds-paragraph">{t.hiddenWhy}</p>
                </>
              )}
              <p class="trail">{t.madeFrom(number(data.position), dayAndTime(data.madeAt))}</p>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

export default Reports;
