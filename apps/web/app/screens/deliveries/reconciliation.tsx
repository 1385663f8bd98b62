import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { ReconciliationView } from '../../../../../libs/deliveries/src/http/reconciliation-view';
import { get } from '../../api/client';
import { Bar } from '../../kit/bar';
import { number, plainDay } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { useNames } from '../certificates/names';
import { useClasses } from '../credits/classes';
import { seqText } from './texts';

const t = inLanguage({
  nb: {
    title: 'Avstemming: hvor hvert kurspoeng er',
    class: 'Klasse',
    addsUp: (n: string) => `✓ Går opp: ${n} kurspoeng`,
    differs: (n: string) => `⚠ Går ikke opp med de ${n} kurspoengene som er tildelt. Meld fra til drift.`,
    caption: 'Linjene',
    name: 'Navn',
    certificate: 'Bevis',
    points: 'Poeng',
    where: 'Hvor',
    delivery: 'Levering',
    by: 'Leveres innen',
    left: (days: number) => (days < 0 ? `⚠ ${-days} dager for sent` : `${days} dager igjen`),
    what: 'Hva må gjøres',
    none: 'Ingen poeng her.',
    all: 'Alle',
    filter: 'Vis poeng som er',
    NOT_DUE: 'Ikke klare',
    DUE: 'Klare til levering',
    SENT: 'Sendt',
    RECEIVED: 'Mottatt',
    REJECTED: 'Avvist',
    POSTED: 'Ført',
    CORRECTED: 'Under retting',
  },
  nn: {
    title: 'Avstemming: kvar kvart kurspoeng er',
    class: 'Klasse',
    addsUp: (n: string) => `✓ Går opp: ${n} kurspoeng`,
    differs: (n: string) => `⚠ Går ikkje opp med dei ${n} kurspoenga som er tildelte. Meld frå til drift.`,
    caption: 'Linjene',
    name: 'Namn',
    certificate: 'Bevis',
    points: 'Poeng',
    where: 'Kvar',
    delivery: 'Levering',
    by: 'Skal leverast innan',
    left: (days: number) => (days < 0 ? `⚠ ${-days} dagar for seint` : `${days} dagar igjen`),
    what: 'Kva må gjerast',
    none: 'Ingen poeng her.',
    all: 'Alle',
    filter: 'Vis poeng som er',
    NOT_DUE: 'Ikkje klare',
    DUE: 'Klare til levering',
    SENT: 'Sende',
    RECEIVED: 'Mottekne',
    REJECTED: 'Avviste',
    POSTED: 'Førte',
    CORRECTED: 'Under retting',
  },
  en: {
    title: 'Reconciliation: where each course point is',
    class: 'Class',
    addsUp: (n: string) => `✓ Adds up: ${n} course points`,
    differs: (n: string) => `⚠ Does not add up to the ${n} course points awarded. Tell operations.`,
    caption: 'The lines',
    name: 'Name',
    certificate: 'Certificate',
    points: 'Points',
    where: 'Where',
    delivery: 'Delivery',
    by: 'Deliver by',
    left: (days: number) => (days < 0 ? `⚠ ${-days} days late` : `${days} days left`),
    what: 'What to do',
    none: 'No points here.',
    all: 'All',
    filter: 'Show points that are',
    NOT_DUE: 'Not ready',
    DUE: 'Due',
    SENT: 'Sent',
    RECEIVED: 'Received',
    REJECTED: 'Rejected',
    POSTED: 'Posted',
    CORRECTED: 'Being corrected',
  },
});

type Line = ReconciliationView['lines'][number];
type Bucket = Line['bucket'];
const buckets: readonly Bucket[] = ['NOT_DUE', 'DUE', 'SENT', 'REJECTED', 'CORRECTED', 'RECEIVED', 'POSTED'];

const columns = (nameOf: (studentNo: string) => string): readonly Column<Line>[] => [
  {
    key: 'who',
    header: t.name,
    cell: ({ studentNo }) => nameOf(studentNo),
    sortBy: ({ studentNo }) => nameOf(studentNo),
    isName: true,
  },
  {
    key: 'proof',
    header: t.certificate,
    cell: ({ certificateNo, version }) =>
      certificateNo ? (
        <Link class="ds-link nowrap" href={`/bevis/${certificateNo}`}>
          {certificateNo} v{version}
        </Link>
      ) : (
        '–'
      ),
  },
  { key: 'amount', header: t.points, cell: ({ points }) => number(points), isNumber: true },
  { key: 'bucket', header: t.where, cell: ({ bucket }) => t[bucket], sortBy: ({ bucket }) => buckets.indexOf(bucket) },
  {
    key: 'batch',
    header: t.delivery,
    cell: ({ exportId, seq }) =>
      exportId && seq !== null ? (
        <Link class="ds-link" href={`/leveringer/${exportId}`}>
          {seqText(seq)}
        </Link>
      ) : (
        '–'
      ),
    sortBy: ({ seq }) => seq ?? 0,
  },
  {
    key: 'by',
    header: t.by,
    cell: ({ deliverBy, daysLeft }) => (daysLeft === null ? '–' : `${plainDay(deliverBy)} · ${t.left(daysLeft)}`),
    sortBy: ({ deliverBy }) => deliverBy,
  },
  {
    key: 'what',
    header: t.what,
    cell: ({ codes }) => codes.map(({ code, means, action }) => `${means} (${code}). ${action}`).join(' ') || '–',
  },
];

const OfClass = ({ classId }: { readonly classId: string }) => {
  const [bucket, choose] = useUrlState('poeng');
  const nameOf = useNames(classId);
  const reconciliation = useQuery({
    queryKey: ['deliveries', 'reconciliation', classId],
    queryFn: () => get<ReconciliationView>('/reconciliation', { classId }),
  });
  return (
    <Loaded of={reconciliation}>
      {({ sums, entitlement, addsUp, lines }) => (
        <>
          <p class="ds-paragraph" role="status">
            {addsUp ? t.addsUp(number(entitlement)) : t.differs(number(entitlement))}
          </p>
          <ul class="tally">
            {buckets.map((one) => (
              <li key={one}>
                <span>{t[one]}</span>
                <Bar part={sums[one]} whole={Math.max(entitlement, 1)} />
                <strong class="number">{number(sums[one])}</strong>
              </li>
            ))}
          </ul>
          <div class="ds-field">
            <label class="ds-label" for="poeng">
              {t.filter}
            </label>
            <select
              class="ds-input"
              id="poeng"
              value={bucket ?? ''}
              onChange={(event) => choose(event.currentTarget.value || undefined)}
            >
              <option value="">{t.all}</option>
              {buckets.map((one) => (
                <option key={one} value={one}>
                  {t[one]}
                </option>
              ))}
            </select>
          </div>
          <Table
            caption={t.caption}
            rows={lines.filter((line) => bucket === undefined || line.bucket === bucket)}
            columns={columns(nameOf)}
            rowKey={({ studentCourseId, certificateNo, lineNo }) => `${studentCourseId}.${certificateNo}.${lineNo}`}
            rowName={({ studentNo }) => nameOf(studentNo)}
            empty={t.none}
          />
        </>
      )}
    </Loaded>
  );
};

/** Sent against received against posted, point by point, of one class (W25). */
export const Reconciliation = ({ classIds }: { readonly classIds: readonly string[] }) => {
  const [wanted, choose] = useUrlState('klasse');
  const classes = useClasses();
  const known = (classes.data ?? []).filter(({ id }) => classIds.includes(id));
  const chosen = known.find(({ id }) => id === wanted);
  return (
    <section class="stack" aria-labelledby="avstemming">
      <h2 class="ds-heading" data-size="xs" id="avstemming">
        {t.title}
      </h2>
      <div class="ds-field">
        <label class="ds-label" for="klasse">
          {t.class}
        </label>
        <select
          class="ds-input"
          id="klasse"
          value={chosen?.id ?? ''}
          onChange={(event) => choose(event.currentTarget.value || undefined)}
        >
          <option value="">–</option>
          {known.map(({ id, code, title }) => (
            <option key={id} value={id}>
              {code} · {title}
            </option>
          ))}
        </select>
      </div>
      {chosen && <OfClass key={chosen.id} classId={chosen.id} />}
    </section>
  );
};
