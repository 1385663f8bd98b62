import { useQuery } from '@tanstack/preact-query';
import { get } from '../../api/client';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { Changes } from './changes';
import type { ChangedOutcomeView, RankingRunLine } from './ranking-data';

const t = inLanguage({
  nb: { compare: 'Sammenlign siste kjøring med', none: 'Velg en kjøring', run: 'Kjøring', qualified: 'kvalifiserte' },
  nn: { compare: 'Samanlikn siste køyring med', none: 'Vel ei køyring', run: 'Køyring', qualified: 'kvalifiserte' },
  en: { compare: 'Compare the last run with', none: 'Choose a run', run: 'Run', qualified: 'qualified' },
});

/** The last run against an earlier one. */
export const CompareRuns = ({ id, runs }: { readonly id: string; readonly runs: readonly RankingRunLine[] }) => {
  const [from, setFrom] = useUrlState('mot');
  const to = runs.length;
  const compared = useQuery({
    queryKey: ['admissions', 'ranking-comparison', id, from, to],
    queryFn: async () =>
      (
        await get<{ readonly data: readonly ChangedOutcomeView[] }>(`/intakes/${id}/ranking-comparison`, {
          from: from!,
          to,
        })
      ).data,
    enabled: from !== undefined,
  });
  if (to < 2) return null;
  return (
    <section class="stack">
      <label class="ds-field narrow">
        <span class="ds-label">{t.compare}</span>
        <select
          class="ds-input"
          value={from ?? ''}
          onChange={({ currentTarget }) => setFrom(currentTarget.value || undefined)}
        >
          <option value="">{t.none}</option>
          {runs.slice(0, -1).map(({ run, at, counts }) => (
            <option key={run} value={run}>
              {t.run} {run}, {dayAndTime(at)}, {number(counts.qualified)} {t.qualified}
            </option>
          ))}
        </select>
      </label>
      {from !== undefined && <Loaded of={compared}>{(changes) => <Changes changes={changes} />}</Loaded>}
    </section>
  );
};
