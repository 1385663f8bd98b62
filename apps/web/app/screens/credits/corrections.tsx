import './credits.css';
import { useEffect, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { CorrectionPreview } from '../../../../api/src/correction-preview/correction-preview';
import { get, send } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Page } from '../../kit/page';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { type ClassSummary, OfClass } from './classes';
import { CorrectionConsequences } from './correction-consequences';
import { asFragment, type Correction, correctionsCsv, fromFragment } from './correction-csv';
import { CorrectionForm } from './correction-form';

const t = inLanguage({
  nb: {
    title: (code: string) => `Rettelser ${code}`,
    rooms: 'Poeng',
    intro: 'En rettelse gjør at poengene vurderes på nytt. Du ser hva den fører til før noe lagres.',
    file: 'Eller les inn en fil med rettelser (CSV)',
    apply: (n: number) => `Gjør ${number(n)} ${n === 1 ? 'rettelse' : 'rettelser'}`,
    done: (n: number) => `${number(n)} ${n === 1 ? 'rettelse' : 'rettelser'} er gjort.`,
    refused: (n: number) => `${number(n)} ${n === 1 ? 'rettelse' : 'rettelser'} ble ikke gjort.`,
    previewTitle: 'Dette skjer',
    sure: 'Bevis som trekkes eller erstattes, kan ikke gjøres om. De kan bare rettes igjen.',
    type: (code: string) => `Skriv ${code} for å bekrefte`,
    handOn: (n: number) => `Send ${number(n)} til godkjenning`,
    giveLink: 'Rettelsen venter på en annen. Gi denne lenken til den som skal godkjenne:',
    giveFile:
      'Noen rettelser venter på en annen. La en annen lese inn den samme filen, med deg i kolonnen recorded_by.',
    nothing: 'Ingen av rettelsene kan gjøres slik de er.',
  },
  nn: {
    title: (code: string) => `Rettingar ${code}`,
    rooms: 'Poeng',
    intro: 'Ei retting gjer at poenga blir vurderte på nytt. Du ser kva ho fører til før noko blir lagra.',
    file: 'Eller les inn ei fil med rettingar (CSV)',
    apply: (n: number) => `Gjer ${number(n)} ${n === 1 ? 'retting' : 'rettingar'}`,
    done: (n: number) => (n === 1 ? '1 retting er gjord.' : `${number(n)} rettingar er gjorde.`),
    refused: (n: number) => (n === 1 ? '1 retting vart ikkje gjord.' : `${number(n)} rettingar vart ikkje gjorde.`),
    previewTitle: 'Dette skjer',
    sure: 'Bevis som blir trekte eller erstatta, kan ikkje gjerast om. Dei kan berre rettast igjen.',
    type: (code: string) => `Skriv ${code} for å stadfeste`,
    handOn: (n: number) => `Send ${number(n)} til godkjenning`,
    giveLink: 'Rettinga ventar på ein annan. Gi denne lenkja til den som skal godkjenne:',
    giveFile:
      'Nokre rettingar ventar på ein annan. La ein annan lese inn den same fila, med deg i kolonnen recorded_by.',
    nothing: 'Ingen av rettingane kan gjerast slik dei er.',
  },
  en: {
    title: (code: string) => `Corrections ${code}`,
    rooms: 'Credits',
    intro: 'A correction makes the credits be judged anew. You see what it leads to before anything is saved.',
    file: 'Or read a file of corrections (CSV)',
    apply: (n: number) => `Make ${number(n)} ${n === 1 ? 'correction' : 'corrections'}`,
    done: (n: number) => (n === 1 ? '1 correction is made.' : `${number(n)} corrections are made.`),
    refused: (n: number) => (n === 1 ? '1 correction was not made.' : `${number(n)} corrections were not made.`),
    previewTitle: 'This is what happens',
    sure: 'Certificates that are revoked or replaced cannot be undone. They can only be corrected again.',
    type: (code: string) => `Type ${code} to confirm`,
    handOn: (n: number) => `Send ${number(n)} for approval`,
    giveLink: 'The correction waits for another person. Give this link to whoever is to approve it:',
    giveFile:
      'Some corrections wait for another person. Let somebody else read the same file, with you in the column recorded_by.',
    nothing: 'None of the corrections can be made as they are.',
  },
});

interface Previewed {
  /** What is sent when it is confirmed. */
  readonly file: Blob;
  readonly preview: CorrectionPreview;
  /** Absent: it came as a file. */
  readonly correction?: Correction;
}

interface ApplyProps {
  readonly of: ClassSummary;
  readonly previewed: Previewed;
  readonly onClose: () => void;
  /** Some wait for another person now. */
  readonly onWaiting: (correction: Correction | undefined) => void;
}

const waits = ({ outcome }: CorrectionPreview['rows'][number]): boolean => outcome === 'SECOND_APPROVER_REQUIRED';

/** Makes exactly what was previewed: refused when one of the courses has moved on since. */
const Apply = ({ of: { id, code }, previewed, onClose, onWaiting }: ApplyProps) => {
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const { file, preview, correction } = previewed;
  const { totals, version, rows } = preview;
  const waiting = rows.filter(waits).length;
  const { issued, replaced, revoked } = totals.certificates;
  const touchesCertificates = issued + replaced + revoked > 0;
  const apply = useAct(async (seen: number, key) => {
    const path = `/classes/${id}/correction-imports`;
    const { taken, rejected } = await send<{ taken: number; rejected: readonly { code: string }[] }>(path, {
      body: { file, type: 'text/csv' },
      seen,
      key,
    });
    const handedOn = rejected.filter((row) => row.code === 'SECOND_APPROVER_REQUIRED').length;
    if (taken > 0) toast({ text: t.done(taken) });
    if (rejected.length > handedOn) toast({ text: t.refused(rejected.length - handedOn) });
    if (handedOn > 0) onWaiting(correction);
  });
  return (
    <Confirm
      title={t.previewTitle}
      act={apply}
      input={version}
      confirm={totals.applied > 0 ? t.apply(totals.applied) : t.handOn(waiting)}
      isReady={totals.applied + waiting > 0 && (!touchesCertificates || typed.trim() === code)}
      onClose={onClose}
      onDone={onClose}
    >
      <CorrectionConsequences of={preview} classId={id} />
      {totals.applied + waiting === 0 && <p class="ds-paragraph">{t.nothing}</p>}
      {totals.applied > 0 && touchesCertificates && (
        <>
          <p class="ds-paragraph">{t.sure}</p>
          <div class="ds-field">
            <label class="ds-label" for="bekreft">
              {t.type(code)}
            </label>
            <input
              class="ds-input"
              id="bekreft"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
        </>
      )}
    </Confirm>
  );
};

/** What waits for a second person, and how to hand it on. */
const Waiting = ({ at, correction }: { readonly at: string; readonly correction: Correction | undefined }) => (
  <div class="ds-alert" data-color="info" role="status">
    {correction ? t.giveLink : t.giveFile}
    {correction && (
      <p class="hash">
        <code>{`${globalThis.location.origin}/poeng/${at}/rettelser#${asFragment(correction)}`}</code>
      </p>
    )}
  </div>
);

const Corrections = ({ of, at }: { readonly of: ClassSummary; readonly at: string }) => {
  const me = useStaff().code;
  const [previewed, setPreviewed] = useState<Previewed | undefined>();
  const [waiting, setWaiting] = useState<{ readonly correction: Correction | undefined } | undefined>();
  const look = useAct(async (given: Blob | Correction) => {
    const isFile = given instanceof Blob;
    const isOthers = !isFile && given.recordedBy !== me;
    // Another's is seen as it will be once this person approves it; it is sent as the other one wrote it.
    const seen = isFile ? given : correctionsCsv(given, isOthers ? me : '');
    const body = { file: seen, type: 'text/csv' };
    const preview = await send<CorrectionPreview>(`/classes/${of.id}/correction-previews`, { body });
    setPreviewed(isFile ? { file: given, preview } : { file: correctionsCsv(given), preview, correction: given });
  });
  const lookAt = async (made: Omit<Correction, 'at'>): Promise<void> => {
    // By the service's time: a demonstration moves it.
    const { now } = await get<{ readonly now: string }>('/clock').catch(() => ({ now: new Date().toISOString() }));
    await look.run({ ...made, at: now });
  };
  useEffect(() => {
    const handedOver = fromFragment(globalThis.location.hash);
    if (handedOver) void look.run(handedOver);
  }, []);
  return (
    <Page
      title={t.title(of.code)}
      trail={
        <>
          <Link class="ds-link" href="/poeng">
            {t.rooms}
          </Link>{' '}
          ›{' '}
          <Link class="ds-link" href={`/poeng/${at}`}>
            {of.code}
          </Link>
        </>
      }
    >
      <p class="ds-paragraph">{t.intro}</p>
      <CorrectionForm of={of} isLooking={look.isSending} onLook={(correction) => void lookAt(correction)} />
      <div class="ds-field">
        <label class="ds-label" for="rettelsesfil">
          {t.file}
        </label>
        <input
          class="ds-input"
          id="rettelsesfil"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void look.run(file);
          }}
        />
      </div>
      {look.problem && <ProblemNote error={look.problem} />}
      {waiting && <Waiting at={at} correction={waiting.correction} />}
      {previewed && (
        <Apply
          of={of}
          previewed={previewed}
          onClose={() => setPreviewed(undefined)}
          onWaiting={(correction) => setWaiting({ correction })}
        />
      )}
    </Page>
  );
};

/** `/poeng/:class/rettelser`: corrections of what was judged, with everything that they lead to before they are saved. */
const ClassCorrections = () => <OfClass>{(one, at) => <Corrections key={one.id} of={one} at={at} />}</OfClass>;

export default ClassCorrections;
