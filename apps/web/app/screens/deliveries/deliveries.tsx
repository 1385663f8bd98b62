import '../credits/credits.css';
import { useQuery } from '@tanstack/preact-query';
import { Link, useLocation } from 'wouter-preact';
import type { DraftRowView } from '../../../../../libs/deliveries/src/http/drafts.dto';
import { getAll, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { DeliveryTable } from './delivery-table';
import { type Feed, useExportPreview, useFeeds } from './feeds';
import { KeptBack, PreviewLines } from './preview-lines';
import { Reconciliation } from './reconciliation';

const t = inLanguage({
  nb: {
    title: 'Leveringer',
    recipient: 'Mottaker',
    none: 'Det er ingenting å levere ennå. Kurspoeng må tildeles først.',
    toCredits: 'Til poengene',
    next: 'Neste levering',
    sums: (add: string, correct: string, revoke: string, change: string) =>
      `${add} nye, ${correct} rettet, ${revoke} trukket · ${change} poeng`,
    nothing: 'Ingenting nytt å levere.',
    prepare: (n: string) => `Klargjør levering (${n})`,
    drafts: 'Utkast som venter',
    draft: (n: string) => `Utkast med ${n} linjer`,
    by: 'klargjort av',
    prepared: '◐ må godkjennes',
    approved: '✓ godkjent, kan leveres',
  },
  nn: {
    title: 'Leveringar',
    recipient: 'Mottakar',
    none: 'Det er ingenting å levere enno. Kurspoeng må tildelast først.',
    toCredits: 'Til poenga',
    next: 'Neste levering',
    sums: (add: string, correct: string, revoke: string, change: string) =>
      `${add} nye, ${correct} retta, ${revoke} trekte · ${change} poeng`,
    nothing: 'Ingenting nytt å levere.',
    prepare: (n: string) => `Gjer klar levering (${n})`,
    drafts: 'Utkast som ventar',
    draft: (n: string) => `Utkast med ${n} linjer`,
    by: 'gjord klar av',
    prepared: '◐ må godkjennast',
    approved: '✓ godkjent, kan leverast',
  },
  en: {
    title: 'Deliveries',
    recipient: 'Recipient',
    none: 'There is nothing to deliver yet. Course points have to be awarded first.',
    toCredits: 'To the credits',
    next: 'Next delivery',
    sums: (add: string, correct: string, revoke: string, change: string) =>
      `${add} new, ${correct} corrected, ${revoke} revoked · ${change} points`,
    nothing: 'Nothing new to deliver.',
    prepare: (n: string) => `Prepare a delivery (${n})`,
    drafts: 'Drafts that wait',
    draft: (n: string) => `Draft of ${n} lines`,
    by: 'prepared by',
    prepared: '◐ has to be approved',
    approved: '✓ approved, can be released',
  },
});

const signed = (points: number): string => (points > 0 ? `+${number(points)}` : number(points));

const Next = ({ of: { recipientOrgNo } }: { readonly of: Feed }) => {
  const [, navigate] = useLocation();
  const preview = useExportPreview(recipientOrgNo);
  const prepare = useAct(async (recipient: string, key) => {
    const { draftId } = await send<{ draftId?: string }>('/exports', { json: { recipientOrgNo: recipient }, key });
    if (draftId) navigate(`/leveringer/utkast/${draftId}`);
  });
  return (
    <section class="ds-card stack" aria-labelledby="neste">
      <h2 class="ds-heading" data-size="xs" id="neste">
        {t.next}
      </h2>
      <Loaded of={preview}>
        {(of) => (
          <>
            {of.recordCount === 0 ? (
              <p class="ds-paragraph">{t.nothing}</p>
            ) : (
              <>
                <div class="acts">
                  <strong>
                    {t.sums(
                      number(of.addCount),
                      number(of.correctCount),
                      number(of.revokeCount),
                      signed(of.pointsChange),
                    )}
                  </strong>
                  <button
                    type="button"
                    class="ds-button"
                    disabled={prepare.isSending}
                    onClick={() => void prepare.run(recipientOrgNo)}
                  >
                    {t.prepare(number(of.recordCount))}
                  </button>
                </div>
                {prepare.problem && <ProblemNote error={prepare.problem} />}
                <PreviewLines lines={of.lines} />
              </>
            )}
            <KeptBack of={of} />
          </>
        )}
      </Loaded>
    </section>
  );
};

const Drafts = ({ of: { recipientOrgNo } }: { readonly of: Feed }) => {
  const drafts = useQuery({
    queryKey: ['deliveries', 'drafts'],
    queryFn: () => getAll<DraftRowView>('/export-drafts'),
  });
  const waiting = (drafts.data ?? []).filter(
    ({ status, recipientOrgNumber }) =>
      recipientOrgNumber === recipientOrgNo && (status === 'PREPARED' || status === 'APPROVED'),
  );
  if (waiting.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="utkast">
      <h2 class="ds-heading" data-size="xs" id="utkast">
        {t.drafts}
      </h2>
      <ul class="plain-list">
        {waiting.map(({ id, lineCount, preparedBy, preparedAt, status }) => (
          <li key={id}>
            <Link class="ds-link" href={`/leveringer/utkast/${id}`}>
              {t.draft(number(lineCount))}
            </Link>{' '}
            · {status === 'APPROVED' ? t.approved : t.prepared} · {t.by} {preparedBy} {dayAndTime(preparedAt)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** `/leveringer`: what leaves next to each recipient, what has left, and where every point is (ux.md A11). */
const Deliveries = () => {
  const [wanted, choose] = useUrlState('mottaker');
  const feeds = useFeeds();
  return (
    <Page title={t.title}>
      <Loaded of={feeds}>
        {({ data }) => {
          const feed = data.find(({ recipientOrgNo }) => recipientOrgNo === wanted) ?? data[0];
          if (!feed)
            return (
              <div class="empty">
                {t.none}{' '}
                <Link class="ds-link" href="/poeng">
                  {t.toCredits}
                </Link>
              </div>
            );
          return (
            <>
              {data.length > 1 && (
                <div class="ds-field">
                  <label class="ds-label" for="mottaker">
                    {t.recipient}
                  </label>
                  <select
                    class="ds-input"
                    id="mottaker"
                    value={feed.recipientOrgNo}
                    onChange={(event) => choose(event.currentTarget.value)}
                  >
                    {data.map(({ id, recipientOrgNo }) => (
                      <option key={id} value={recipientOrgNo}>
                        {recipientOrgNo}
                      </option>
                    ))}
                  </select>
                </div>
              )}
              <Next key={feed.id} of={feed} />
              <Drafts of={feed} />
              <DeliveryTable feedId={feed.id} />
              <Reconciliation classIds={feed.classIds} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

export default Deliveries;
