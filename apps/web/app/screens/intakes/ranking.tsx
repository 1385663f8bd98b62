import { address } from '../../api/client';
import { Bar } from '../../kit/bar';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { CompareRuns } from './compare-runs';
import type { IntakeView } from './intake-data';
import { IntakePage } from './intake-page';
import { NeedsAssessor } from './needs-assessor';
import { saveProtocol } from './protocol';
import { type RankingRunLine, type RankingView, useRanking, useRuns } from './ranking-data';
import { RankingList } from './ranking-list';
import { RunRanking } from './run-ranking';
import { WhatIf } from './what-if';
import { quotaWords } from './words';

const t = inLanguage({
  nb: {
    title: 'Rangering',
    round: 'Runde',
    preview: 'slik den blir',
    made: 'slik den ble sendt',
    run: 'kjøring',
    seed: 'frø',
    ruleSet: 'regelsett',
    by: 'av',
    quotas: 'Kvotene',
    quota: 'Kvote',
    places: 'Plasser',
    competitors: 'Konkurrerer',
    offers: 'Tilbud',
    waiting: 'Får ikke tilbud i kvoten',
    protocol: 'Protokoll PDF',
    codes: 'Plassene med koder (CSV)',
    none: 'Opptaket er ikke rangert ennå.',
    border: 'grense',
    noBorder: 'ledig',
  },
  nn: {
    title: 'Rangering',
    round: 'Runde',
    preview: 'slik han blir',
    made: 'slik han blei send',
    run: 'køyring',
    seed: 'frø',
    ruleSet: 'regelsett',
    by: 'av',
    quotas: 'Kvotane',
    quota: 'Kvote',
    places: 'Plassar',
    competitors: 'Konkurrerer',
    offers: 'Tilbod',
    waiting: 'Får ikkje tilbod i kvoten',
    protocol: 'Protokoll PDF',
    codes: 'Plassane med kodar (CSV)',
    none: 'Opptaket er ikkje rangert enno.',
    border: 'grense',
    noBorder: 'ledig',
  },
  en: {
    title: 'Ranking',
    round: 'Round',
    preview: 'as it will be',
    made: 'as it was sent',
    run: 'run',
    seed: 'seed',
    ruleSet: 'rule set',
    by: 'by',
    quotas: 'The quotas',
    quota: 'Quota',
    places: 'Places',
    competitors: 'Compete',
    offers: 'Offers',
    waiting: 'No offer in the quota',
    protocol: 'Protocol PDF',
    codes: 'The places with codes (CSV)',
    none: 'The intake is not ranked yet.',
    border: 'border',
    noBorder: 'free',
  },
});

const Head = ({ ranking, last }: { readonly ranking: RankingView; readonly last: RankingRunLine | undefined }) => (
  <div class="acts">
    <p>
      {t.round} {ranking.round} {ranking.isMade ? t.made : t.preview}
      {last && `, ${t.run} ${last.run}, ${dayAndTime(last.at)}, ${t.by} ${last.actor}`} ({t.seed}{' '}
      <code>{ranking.lotterySeed}</code>, {t.ruleSet} {ranking.ruleSet})
    </p>
    {last && (
      <a
        class="ds-button"
        data-variant="secondary"
        href={address(`/intakes/${ranking.id}/ranking-runs/${last.run}/protocol.pdf`)}
        download
      >
        {t.protocol}
      </a>
    )}
    <button type="button" class="ds-button" data-variant="tertiary" onClick={() => saveProtocol(ranking)}>
      {t.codes}
    </button>
  </div>
);

const Quotas = ({ ranking: { quotas } }: { readonly ranking: RankingView }) => (
  <Table
    caption={t.quotas}
    isWalked={false}
    rows={quotas}
    rowKey={({ quota }) => quota}
    empty={null}
    columns={[
      { key: 'quota', header: t.quota, isName: true, cell: ({ quota }) => quotaWords[quota] },
      { key: 'places', header: t.places, isNumber: true, cell: ({ places }) => number(places) },
      { key: 'competitors', header: t.competitors, isNumber: true, cell: ({ competitors }) => number(competitors) },
      { key: 'offers', header: t.offers, isNumber: true, cell: ({ offers }) => number(offers) },
      {
        key: 'waiting',
        header: t.waiting,
        isNumber: true,
        cell: ({ competitors, offers }) => number(competitors - offers),
      },
    ]}
  />
);

const ClassBars = ({ ranking: { classes } }: { readonly ranking: RankingView }) => (
  <ul class="class-bars">
    {classes.map(({ code, capacity, used, borders }) => (
      <li key={code}>
        <strong>{code}</strong> {number(used)}/{number(capacity)} {used >= capacity ? '✓' : ''}{' '}
        <Bar part={used} whole={capacity} />
        <br />
        <span class="hint">
          {borders
            .map(
              ({ quota, position }) =>
                `${quotaWords[quota]}: ${position === null ? t.noBorder : `${t.border} ${position}`}`,
            )
            .join(' · ')}
        </span>
      </li>
    ))}
  </ul>
);

const Ranked = ({ intake }: { readonly intake: IntakeView }) => {
  const ranking = useRanking(intake.id);
  const runs = useRuns(intake.id);
  return (
    <Loaded of={ranking}>
      {(view) => (
        <>
          <Head ranking={view} last={runs.data?.at(-1)} />
          <Quotas ranking={view} />
          <ClassBars ranking={view} />
          <CompareRuns id={intake.id} runs={runs.data ?? []} />
          {intake.isRanked && <WhatIf intake={intake} />}
          <RankingList ranking={view} />
        </>
      )}
    </Loaded>
  );
};

const Ranking = () => (
  <IntakePage title={t.title}>
    {(intake) => (
      <>
        <NeedsAssessor intake={intake} />
        <RunRanking intake={intake} />
        {intake.ranking ? <Ranked intake={intake} /> : <div class="empty">{t.none}</div>}
      </>
    )}
  </IntakePage>
);

export default Ranking;
