import '../credits/credits.css';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useLocation, useParams } from 'wouter-preact';
import type { DraftView } from '../../../../../libs/deliveries/src/http/drafts.dto';
import type { PreviewView } from '../../../../../libs/deliveries/src/http/preview.dto';
import { get, send } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { useExportPreview } from './feeds';
import { KeptBack, PreviewLines } from './preview-lines';
import { seqText } from './texts';

const t = inLanguage({
  nb: {
    title: 'Utkast til levering',
    rooms: 'Leveringer',
    recipient: 'Mottaker',
    preparedBy: 'Klargjort av',
    approvedBy: 'Godkjent av',
    lines: 'Linjer',
    points: 'Nye poeng',
    split: (add: number, correct: number, revoke: number) => `${add} nye, ${correct} rettet, ${revoke} trukket`,
    PREPARED: '◐ Må godkjennes',
    APPROVED: '✓ Godkjent, kan leveres',
    ABANDONED: '✗ Forkastet',
    RELEASED: '✓ Levert',
    state: 'Status',
    approve: (n: string) => `Godkjenn ${n}`,
    release: (n: string) => `Lever ${n}`,
    abandon: 'Forkast',
    another:
      'Du klargjorde denne, og den tar poeng fra noen, eller det er bestemt at to skal se på den. En annen må godkjenne.',
    overtaken: (n: string) =>
      `⚠ ${n} linjer er ikke lenger slik de var da utkastet ble klargjort. Forkast det og klargjør et nytt.`,
    releaseTitle: 'Lever',
    frozen: 'Leveringen får neste nummer, og filen endres aldri etterpå.',
    released: (seq: string) => `Levering ${seq} er levert.`,
    delivered: 'Se leveringen',
    approved: 'Godkjent.',
    abandoned: 'Utkastet er forkastet.',
  },
  nn: {
    title: 'Utkast til levering',
    rooms: 'Leveringar',
    recipient: 'Mottakar',
    preparedBy: 'Gjord klar av',
    approvedBy: 'Godkjend av',
    lines: 'Linjer',
    points: 'Nye poeng',
    split: (add: number, correct: number, revoke: number) => `${add} nye, ${correct} retta, ${revoke} trekte`,
    PREPARED: '◐ Må godkjennast',
    APPROVED: '✓ Godkjent, kan leverast',
    ABANDONED: '✗ Forkasta',
    RELEASED: '✓ Levert',
    state: 'Status',
    approve: (n: string) => `Godkjenn ${n}`,
    release: (n: string) => `Lever ${n}`,
    abandon: 'Forkast',
    another:
      'Du gjorde klar denne, og ho tek poeng frå nokon, eller det er bestemt at to skal sjå på ho. Ein annan må godkjenne.',
    overtaken: (n: string) =>
      `⚠ ${n} linjer er ikkje lenger slik dei var då utkastet vart gjort klart. Forkast det og gjer klart eit nytt.`,
    releaseTitle: 'Lever',
    frozen: 'Leveringa får neste nummer, og fila blir aldri endra etterpå.',
    released: (seq: string) => `Levering ${seq} er levert.`,
    delivered: 'Sjå leveringa',
    approved: 'Godkjent.',
    abandoned: 'Utkastet er forkasta.',
  },
  en: {
    title: 'Draft of a delivery',
    rooms: 'Deliveries',
    recipient: 'Recipient',
    preparedBy: 'Prepared by',
    approvedBy: 'Approved by',
    lines: 'Lines',
    points: 'New points',
    split: (add: number, correct: number, revoke: number) => `${add} new, ${correct} corrected, ${revoke} revoked`,
    PREPARED: '◐ Has to be approved',
    APPROVED: '✓ Approved, can be released',
    ABANDONED: '✗ Abandoned',
    RELEASED: '✓ Released',
    state: 'Status',
    approve: (n: string) => `Approve ${n}`,
    release: (n: string) => `Release ${n}`,
    abandon: 'Abandon',
    another:
      'You prepared this, and it takes points from somebody, or two persons are to look at it. Somebody else has to approve.',
    overtaken: (n: string) =>
      `⚠ ${n} lines are no longer as they were when the draft was prepared. Abandon it and prepare a new one.`,
    releaseTitle: 'Release',
    frozen: 'The delivery gets the next number, and its file never changes.',
    released: (seq: string) => `Delivery ${seq} is released.`,
    delivered: 'See the delivery',
    approved: 'Approved.',
    abandoned: 'The draft is abandoned.',
  },
});

interface LineName {
  readonly certificateNo: string;
  readonly lineNo: number;
  readonly version: number;
}

const keyOf = ({ certificateNo, lineNo, version }: LineName): string => `${certificateNo}.${lineNo}.${version}`;

/** The lines of the draft as the preview tells them, with what they change; and how many it no longer has. */
const inPreview = (draft: DraftView, preview: PreviewView) => {
  const wanted = new Set(draft.lines.map(keyOf));
  const lines = preview.lines.filter((line) => wanted.has(keyOf(line)));
  return { lines, overtaken: wanted.size - lines.length };
};

const Acts = ({ of, overtaken }: { readonly of: DraftView; readonly overtaken: number }) => {
  const { id, status, recordCount, twoPeople, preparedBy, addCount, correctCount, revokeCount } = of;
  const me = useStaff().code;
  const toast = useToast();
  const [, navigate] = useLocation();
  const [isReleasing, setReleasing] = useState(false);
  const act = useAct((what: 'approvals' | 'abandonments', key) =>
    send(`/export-drafts/${id}/${what}`, { json: {}, key }),
  );
  const release = useAct(async (draftId: string, key) => {
    const released = await send<{ id: string; seq: number }>(`/export-drafts/${draftId}/releases`, { json: {}, key });
    toast({ text: t.released(seqText(released.seq)) });
    navigate(`/leveringer/${released.id}`);
  });
  const needsAnother = twoPeople && preparedBy === me;
  const count = number(recordCount);
  return (
    <>
      <div class="acts">
        {status === 'PREPARED' && !needsAnother && (
          <button
            type="button"
            class="ds-button"
            disabled={act.isSending || overtaken > 0}
            onClick={() => void act.run('approvals').then((done) => done && toast({ text: t.approved }))}
          >
            {t.approve(count)}
          </button>
        )}
        {status === 'APPROVED' && (
          <button type="button" class="ds-button" disabled={overtaken > 0} onClick={() => setReleasing(true)}>
            {t.release(count)}
          </button>
        )}
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          disabled={act.isSending}
          onClick={() => void act.run('abandonments').then((done) => done && toast({ text: t.abandoned }))}
        >
          {t.abandon}
        </button>
      </div>
      {status === 'PREPARED' && needsAnother && <p class="ds-paragraph">{t.another}</p>}
      {act.problem && <ProblemNote error={act.problem} />}
      {isReleasing && (
        <Confirm
          title={t.releaseTitle}
          act={release}
          input={id}
          confirm={t.release(count)}
          onClose={() => setReleasing(false)}
          onDone={() => setReleasing(false)}
        >
          <ul class="ds-list">
            <li>{t.split(addCount, correctCount, revokeCount)}</li>
            <li>{t.frozen}</li>
          </ul>
        </Confirm>
      )}
    </>
  );
};

const Draft = ({ of }: { readonly of: DraftView }) => {
  const { status, recipientOrgNumber, preparedBy, approvedBy, exportId, recordCount, pointsTotalAdd } = of;
  const isOpen = status === 'PREPARED' || status === 'APPROVED';
  const preview = useExportPreview(isOpen ? recipientOrgNumber : undefined);
  const facts = [
    [t.state, t[status]],
    [t.recipient, recipientOrgNumber],
    [t.lines, `${number(recordCount)} (${t.split(of.addCount, of.correctCount, of.revokeCount)})`],
    [t.points, number(pointsTotalAdd)],
    [t.preparedBy, preparedBy],
    [t.approvedBy, approvedBy],
  ] as const;
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) =>
          value ? (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      {exportId && (
        <Link class="ds-link" href={`/leveringer/${exportId}`}>
          {t.delivered}
        </Link>
      )}
      {isOpen && (
        <Loaded of={preview}>
          {(told) => {
            const { lines, overtaken } = inPreview(of, told);
            return (
              <>
                {overtaken > 0 && (
                  <div class="ds-alert" data-color="warning">
                    {t.overtaken(number(overtaken))}
                  </div>
                )}
                <Acts of={of} overtaken={overtaken} />
                <PreviewLines lines={lines} />
                <KeptBack of={told} />
              </>
            );
          }}
        </Loaded>
      )}
    </>
  );
};

/** `/leveringer/utkast/:id`: what was prepared, looked at by another person, and released. */
const DraftScreen = () => {
  const { id = '' } = useParams();
  const draft = useQuery({
    queryKey: ['deliveries', 'draft', id],
    queryFn: () => get<DraftView>(`/export-drafts/${id}`),
  });
  return (
    <Page
      title={t.title}
      trail={
        <Link class="ds-link" href="/leveringer">
          {t.rooms}
        </Link>
      }
    >
      <Loaded of={draft}>{(of) => <Draft of={of} />}</Loaded>
    </Page>
  );
};

export default DraftScreen;
