import { useQuery } from '@tanstack/preact-query';
import { Link, useLocation } from 'wouter-preact';
import type { FollowedDeliveryView } from '../../../../../libs/deliveries/src/http/feed-deliveries.dto';
import { getAll } from '../../api/client';
import { dayAndTime, longDay, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { seqText } from './texts';

const t = inLanguage({
  nb: {
    parts: { add: 'Nye', correct: 'Rettet', revoke: 'Trukket', unanswered: 'Uten svar' },
    title: 'Levert',
    seq: 'Levering',
    at: 'Levert',
    lines: 'Linjer',
    points: 'Nye poeng',
    receipts: 'Kvittering',
    fetched: 'Hentet',
    notFetched: 'ikke hentet',
    noAnswer: (n: string) => `${n} uten svar`,
    by: 'svar innen',
    overdue: (n: number) =>
      `${number(n)} ${n === 1 ? 'levering' : 'leveringer'} har ikke fått svar innen fristen. Spør mottakeren.`,
    wasDue: '⚠ fristen for svar var',
    all: 'Alle',
    rejected: '✗ Med avviste linjer',
    late: '⚠ Uten svar innen fristen',
    filter: 'Vis',
    toMend: (n: string) => `${n} må rettes`,
    split: (add: number, correct: number, revoke: number) => `${add} nye, ${correct} rettet, ${revoke} trukket`,
    none: 'Ingenting er levert ennå. Klargjør den første leveringen over.',
  },
  nn: {
    parts: { add: 'Nye', correct: 'Retta', revoke: 'Trekte', unanswered: 'Utan svar' },
    title: 'Levert',
    seq: 'Levering',
    at: 'Levert',
    lines: 'Linjer',
    points: 'Nye poeng',
    receipts: 'Kvittering',
    fetched: 'Henta',
    notFetched: 'ikkje henta',
    noAnswer: (n: string) => `${n} utan svar`,
    by: 'svar innan',
    overdue: (n: number) =>
      `${number(n)} ${n === 1 ? 'levering' : 'leveringar'} har ikkje fått svar innan fristen. Spør mottakaren.`,
    wasDue: '⚠ fristen for svar var',
    all: 'Alle',
    rejected: '✗ Med avviste linjer',
    late: '⚠ Utan svar innan fristen',
    filter: 'Vis',
    toMend: (n: string) => `${n} må rettast`,
    split: (add: number, correct: number, revoke: number) => `${add} nye, ${correct} retta, ${revoke} trekte`,
    none: 'Ingenting er levert enno. Gjer klar den første leveringa over.',
  },
  en: {
    parts: { add: 'New', correct: 'Corrected', revoke: 'Revoked', unanswered: 'Unanswered' },
    title: 'Delivered',
    seq: 'Delivery',
    at: 'Delivered',
    lines: 'Lines',
    points: 'New points',
    receipts: 'Receipts',
    fetched: 'Fetched',
    notFetched: 'not fetched',
    noAnswer: (n: string) => `${n} unanswered`,
    by: 'answer by',
    overdue: (n: number) =>
      `${number(n)} ${n === 1 ? 'delivery has' : 'deliveries have'} had no answer in time. Ask the recipient.`,
    wasDue: '⚠ the answer was due',
    all: 'All',
    rejected: '✗ With rejected lines',
    late: '⚠ Unanswered in time',
    filter: 'Show',
    toMend: (n: string) => `${n} to be mended`,
    split: (add: number, correct: number, revoke: number) => `${add} new, ${correct} corrected, ${revoke} revoked`,
    none: 'Nothing has been delivered yet. Prepare the first delivery above.',
  },
});

const Receipts = ({ of }: { readonly of: FollowedDeliveryView }) => {
  const { id, lines, awaitRepair, answerBy, isAnswerOverdue } = of;
  return (
    <>
      {number(lines.RECEIVED + lines.POSTED)} ✓{' '}
      <Link
        class="ds-link"
        href={`/leveringer/${id}?vis=avvist`}
        aria-label={`${number(lines.REJECTED)} ✗ ${seqText(of.seq)}`}
      >
        {number(lines.REJECTED)} ✗
      </Link>
      {lines.SENT > 0 && ` · ${t.noAnswer(number(lines.SENT))}`}
      {awaitRepair > 0 && ` · ${t.toMend(number(awaitRepair))}`}
      {answerBy && ` · ${isAnswerOverdue ? t.wasDue : t.by} ${longDay(answerBy)}`}
    </>
  );
};

const columns: readonly Column<FollowedDeliveryView>[] = [
  {
    key: 'seq',
    header: t.seq,
    cell: ({ id, seq }) => (
      <Link class="ds-link" href={`/leveringer/${id}`}>
        {seqText(seq)}
      </Link>
    ),
    sortBy: ({ seq }) => seq,
    isName: true,
    file: [{ value: ({ seq }) => seqText(seq) }],
  },
  {
    key: 'at',
    header: t.at,
    cell: ({ createdAt }) => dayAndTime(createdAt),
    sortBy: ({ createdAt }) => createdAt,
    file: [{ type: 'instant', value: ({ createdAt }) => createdAt }],
  },
  {
    key: 'lines',
    header: t.lines,
    cell: ({ recordCount, addCount, correctCount, revokeCount }) =>
      `${number(recordCount)} (${t.split(addCount, correctCount, revokeCount)})`,
    sortBy: ({ recordCount }) => recordCount,
    file: [
      { value: ({ recordCount }) => recordCount },
      { title: t.parts.add, value: ({ addCount }) => addCount },
      { title: t.parts.correct, value: ({ correctCount }) => correctCount },
      { title: t.parts.revoke, value: ({ revokeCount }) => revokeCount },
    ],
  },
  {
    key: 'newPoints',
    header: t.points,
    cell: ({ pointsTotalAdd }) => number(pointsTotalAdd),
    sortBy: ({ pointsTotalAdd }) => pointsTotalAdd,
    isNumber: true,
    file: [{ value: ({ pointsTotalAdd }) => pointsTotalAdd }],
  },
  {
    key: 'receipts',
    header: t.receipts,
    cell: (one) => <Receipts of={one} />,
    file: [
      { title: `${t.receipts} ✓`, value: ({ lines }) => lines.RECEIVED + lines.POSTED },
      { title: `${t.receipts} ✗`, value: ({ lines }) => lines.REJECTED },
      { title: t.parts.unanswered, value: ({ lines }) => lines.SENT },
    ],
  },
  {
    key: 'fetched',
    header: t.fetched,
    cell: ({ fetched }) => (fetched ? `${fetched.by} · ${dayAndTime(fetched.at)}` : t.notFetched),
  },
];

const isLate = ({ isAnswerOverdue }: FollowedDeliveryView): boolean => isAnswerOverdue;

const filters = [
  { inAddress: undefined, name: t.all, isIn: (_: FollowedDeliveryView): boolean => true },
  { inAddress: 'avvist', name: t.rejected, isIn: ({ lines }: FollowedDeliveryView) => lines.REJECTED > 0 },
  { inAddress: 'uten-svar', name: t.late, isIn: isLate },
] as const;

/** What has left, the newest first, with what the receiver has answered. */
export const DeliveryTable = ({ feedId }: { readonly feedId: string }) => {
  const [path, navigate] = useLocation();
  const [shown] = useUrlState('vis');
  const deliveries = useQuery({
    queryKey: ['deliveries', 'of-feed', feedId],
    queryFn: () => getAll<FollowedDeliveryView>(`/feeds/${feedId}/deliveries`),
  });
  return (
    <section class="stack" aria-labelledby="levert">
      <h2 class="ds-heading" data-size="xs" id="levert">
        {t.title}
      </h2>
      <Loaded of={deliveries}>
        {(all) => {
          const late = all.filter(isLate).length;
          const filter = filters.find(({ inAddress }) => inAddress === shown) ?? filters[0];
          return (
            <>
              {late > 0 && (
                <div class="ds-alert" data-color="warning">
                  {t.overdue(late)}
                </div>
              )}
              <nav class="groups" aria-label={t.filter}>
                {filters.map(({ inAddress, name, isIn }) => (
                  <Link
                    key={name}
                    class="filter"
                    href={inAddress ? `${path}?vis=${inAddress}` : path}
                    aria-current={inAddress === filter.inAddress ? 'true' : undefined}
                  >
                    {name} <strong>{number(all.filter(isIn).length)}</strong>
                  </Link>
                ))}
              </nav>
              <Table
                caption={t.title}
                rows={all.filter(filter.isIn)}
                columns={columns}
                rowKey={({ id }) => id}
                tools={{ name: t.title }}
                rowName={({ seq }) => seqText(seq)}
                onOpen={({ id }) => navigate(`/leveringer/${id}`)}
                empty={t.none}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
};
