import { useState } from 'preact/hooks';
import type { AcknowledgedView } from '../../../../../libs/deliveries/src/http/acknowledgements.dto';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: {
    label: 'Les inn kvitteringsfil fra mottakeren (CSV)',
    taken: (taken: string, unchanged: string) => `${taken} kvitteringer er tatt inn, ${unchanged} var kjent fra før.`,
    wrong: 'Rader som ikke kunne tas inn',
    row: 'rad',
  },
  nn: {
    label: 'Les inn kvitteringsfil frå mottakaren (CSV)',
    taken: (taken: string, unchanged: string) => `${taken} kvitteringar er tekne inn, ${unchanged} var kjende frå før.`,
    wrong: 'Rader som ikkje kunne takast inn',
    row: 'rad',
  },
  en: {
    label: 'Read a receipt file from the recipient (CSV)',
    taken: (taken: string, unchanged: string) => `${taken} receipts are taken in, ${unchanged} were known before.`,
    wrong: 'Rows that could not be taken in',
    row: 'row',
  },
});

/** Receipts that came as a file. The same file again changes nothing. */
export const ReceiptFile = ({ exportId }: { readonly exportId: string }) => {
  const [said, setSaid] = useState<AcknowledgedView | undefined>();
  const read = useAct(async (file: File, key) => {
    const body = { file, type: 'text/csv' };
    setSaid(await send<AcknowledgedView>(`/exports/${exportId}/acknowledgement-imports`, { body, key }));
  });
  return (
    <div class="stack">
      <div class="ds-field">
        <label class="ds-label" for="kvittering">
          {t.label}
        </label>
        <input
          class="ds-input"
          id="kvittering"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void read.run(file);
          }}
        />
      </div>
      {read.problem && <ProblemNote error={read.problem} />}
      {said && (
        <div class="ds-alert" data-color={said.rejected.length > 0 ? 'warning' : 'success'} role="status">
          {t.taken(number(said.taken), number(said.unchanged))}
          {said.rejected.length > 0 && (
            <>
              {' '}
              {t.wrong}:
              <ul class="ds-list">
                {said.rejected.map(({ row, certificateNo, code, message }) => (
                  <li key={row}>
                    {t.row} {row}, {certificateNo}: {message} <code>{code}</code>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
};
