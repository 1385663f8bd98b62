import '../credits/credits.css';
import { useQuery } from '@tanstack/preact-query';
import { Link, useParams } from 'wouter-preact';
import type { ReceiptsView } from '../../../../../libs/deliveries/src/http/acknowledgements.dto';
import type { ExportDownloadView } from '../../../../../libs/deliveries/src/http/association-exports.dto';
import type { ExportWithLines } from '../../../../../libs/deliveries/src/http/exports.dto';
import { address, get, getAll } from '../../api/client';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';
import { LineTable } from './line-table';
import { ReceiptFile } from './receipt-file';
import { seqText } from './texts';

const t = inLanguage({
  nb: {
    title: (seq: string) => `Levering ${seq}`,
    rooms: 'Leveringer',
    at: 'Levert',
    lines: 'Linjer',
    points: 'Nye poeng',
    file: 'Fil',
    manifest: 'Manifest, signert',
    split: (add: number, correct: number, revoke: number) => `${add} nye, ${correct} rettet, ${revoke} trukket`,
    fetched: 'Hvem har hentet',
    nobody: 'Mottakeren har ikke hentet leveringen ennå.',
    same: 'De samme bytene hver gang.',
  },
  nn: {
    title: (seq: string) => `Levering ${seq}`,
    rooms: 'Leveringar',
    at: 'Levert',
    lines: 'Linjer',
    points: 'Nye poeng',
    file: 'Fil',
    manifest: 'Manifest, signert',
    split: (add: number, correct: number, revoke: number) => `${add} nye, ${correct} retta, ${revoke} trekte`,
    fetched: 'Kven har henta',
    nobody: 'Mottakaren har ikkje henta leveringa enno.',
    same: 'Dei same bytane kvar gong.',
  },
  en: {
    title: (seq: string) => `Delivery ${seq}`,
    rooms: 'Deliveries',
    at: 'Delivered',
    lines: 'Lines',
    points: 'New points',
    file: 'File',
    manifest: 'Manifest, signed',
    split: (add: number, correct: number, revoke: number) => `${add} new, ${correct} corrected, ${revoke} revoked`,
    fetched: 'Who has fetched it',
    nobody: 'The recipient has not fetched the delivery yet.',
    same: 'The same bytes every time.',
  },
});

const Fetched = ({ id }: { readonly id: string }) => {
  const downloads = useQuery({
    queryKey: ['deliveries', 'downloads', id],
    queryFn: () => getAll<ExportDownloadView>(`/exports/${id}/downloads`),
  });
  return (
    <section class="stack" aria-labelledby="hentet">
      <h2 class="ds-heading" data-size="2xs" id="hentet">
        {t.fetched}
      </h2>
      <Loaded of={downloads}>
        {(all) =>
          all.length === 0 ? (
            <p class="quiet">{t.nobody}</p>
          ) : (
            <ul class="plain-list">
              {all.map(({ file, by, at }) => (
                <li key={file + at}>
                  {by} · {dayAndTime(at)} · {file}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
};

const Delivery = ({ of }: { readonly of: ExportWithLines }) => {
  const { id, createdAt, file, fileSha256, manifest, manifestSha256, recordCount, pointsTotalAdd } = of;
  const receipts = useQuery({
    queryKey: ['deliveries', 'receipts', id],
    queryFn: () => get<ReceiptsView>(`/exports/${id}/acknowledgements`),
  });
  return (
    <>
      <dl class="facts">
        <dt>{t.at}</dt>
        <dd>{dayAndTime(createdAt)}</dd>
        <dt>{t.lines}</dt>
        <dd>
          {number(recordCount)} ({t.split(of.addCount, of.correctCount, of.revokeCount)})
        </dd>
        <dt>{t.points}</dt>
        <dd>{number(pointsTotalAdd)}</dd>
        <dt>{t.file}</dt>
        <dd>
          <a class="ds-link" href={address(`/exports/${id}/file`)}>
            {file}
          </a>{' '}
          <div class="hash">
            SHA-256 <code>{fileSha256}</code>. {t.same}
          </div>
        </dd>
        <dt>{t.manifest}</dt>
        <dd>
          <a class="ds-link" href={address(`/exports/${id}/manifest`)}>
            {manifest}
          </a>
          <div class="hash">
            SHA-256 <code>{manifestSha256}</code>
          </div>
        </dd>
      </dl>
      <ReceiptFile exportId={id} />
      <Loaded of={receipts}>{(told) => <LineTable of={of} receipts={told} />}</Loaded>
      <Fetched id={id} />
    </>
  );
};

/** `/leveringer/:id`: one delivery with its lines, what the receiver said of each, its files, and who fetched them. */
const DeliveryScreen = () => {
  const { id = '' } = useParams();
  const delivery = useQuery({
    queryKey: ['deliveries', 'one', id],
    queryFn: () => get<ExportWithLines>(`/exports/${id}`),
  });
  return (
    <Page
      title={t.title(delivery.data ? seqText(delivery.data.seq) : '')}
      trail={
        <Link class="ds-link" href="/leveringer">
          {t.rooms}
        </Link>
      }
    >
      <Loaded of={delivery}>{(of) => <Delivery of={of} />}</Loaded>
    </Page>
  );
};

export default DeliveryScreen;
