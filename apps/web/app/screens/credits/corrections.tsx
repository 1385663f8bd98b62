import './credits.css';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { CorrectionPreview } from '../../../../api/src/correction-preview/correction-preview';
import { get, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Page } from '../../kit/page';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { type ClassSummary, OfClass } from './classes';
import { CorrectionConsequences } from './correction-consequences';
import { type Correction, correctionsCsv } from './correction-csv';
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
    nothing: 'None of the corrections can be made as they are.',
  },
});

interface Previewed {
  readonly file: Blob;
  readonly preview: CorrectionPreview;
}

interface ApplyProps {
  readonly of: ClassSummary;
  readonly previewed: Previewed;
  readonly onClose: () => void;
}

/** Makes exactly what was previewed: refused when one of the courses has moved on since. */
const Apply = ({ of: { id, code }, previewed: { file, preview }, onClose }: ApplyProps) => {
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const { totals, version } = preview;
  const { issued, replaced, revoked } = totals.certificates;
  const touchesCertificates = issued + replaced + revoked > 0;
  const apply = useAct(async (seen: number, key) => {
    const path = `/classes/${id}/correction-imports`;
    const { taken, rejected } = await send<{ taken: number; rejected: readonly unknown[] }>(path, {
      body: { file, type: 'text/csv' },
      seen,
      key,
    });
    toast({ text: t.done(taken) });
    if (rejected.length > 0) toast({ text: t.refused(rejected.length) });
  });
  return (
    <Confirm
      title={t.previewTitle}
      act={apply}
      input={version}
      confirm={t.apply(totals.applied)}
      isReady={totals.applied > 0 && (!touchesCertificates || typed.trim() === code)}
      onClose={onClose}
      onDone={onClose}
    >
      <CorrectionConsequences of={preview} classId={id} />
      {totals.applied === 0 && <p class="ds-paragraph">{t.nothing}</p>}
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

const Corrections = ({ of, at }: { readonly of: ClassSummary; readonly at: string }) => {
  const [previewed, setPreviewed] = useState<Previewed | undefined>();
  const look = useAct(async (given: Blob | Correction) => {
    // By the service's time: a demonstration moves it.
    const file =
      given instanceof Blob ? given : correctionsCsv((await get<{ readonly now: string }>('/clock')).now, given);
    const body = { file, type: 'text/csv' };
    const preview = await send<CorrectionPreview>(`/classes/${of.id}/correction-previews`, { body });
    setPreviewed({ file, preview });
  });
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
      <CorrectionForm of={of} isLooking={look.isSending} onLook={(correction) => void look.run(correction)} />
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
      {previewed && <Apply of={of} previewed={previewed} onClose={() => setPreviewed(undefined)} />}
    </Page>
  );
};

/** `/poeng/:class/rettelser`: corrections of what was judged, with everything that they lead to before they are saved. */
const ClassCorrections = () => <OfClass>{(one, at) => <Corrections key={one.id} of={one} at={at} />}</OfClass>;

export default ClassCorrections;
