import { useState } from 'preact/hooks';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import type { ApplicationRecord, FileChecked, RejectedRow } from './check-data';
import { refusalWords } from './check-words';
import { MendRow } from './mend-row';

const t = inLanguage({
  nb: {
    caption: 'Rader å se på',
    row: 'Rad',
    application: 'Søknad',
    name: 'Søker',
    what: 'Hva',
    act: 'Rett',
    refused: '✗ Avvist',
    replaced: '↷ Erstattet',
    by: 'Samme person søkte igjen; den siste søknaden teller: rad',
    mend: 'Rett …',
    see: 'Se begge',
    sent: 'sendt',
    empty: 'Alle radene kan tas inn, og alle teller.',
  },
  nn: {
    caption: 'Rader å sjå på',
    row: 'Rad',
    application: 'Søknad',
    name: 'Søkjar',
    what: 'Kva',
    act: 'Rett',
    refused: '✗ Avvist',
    replaced: '↷ Erstatta',
    by: 'Same person søkte igjen; den siste søknaden tel: rad',
    mend: 'Rett …',
    see: 'Sjå begge',
    sent: 'send',
    empty: 'Alle radene kan takast inn, og alle tel.',
  },
  en: {
    caption: 'Rows to look at',
    row: 'Row',
    application: 'Application',
    name: 'Applicant',
    what: 'What',
    act: 'Mend',
    refused: '✗ Refused',
    replaced: '↷ Superseded',
    by: 'The same person applied again; the last application counts: row',
    mend: 'Mend …',
    see: 'See both',
    sent: 'sent',
    empty: 'All rows can be taken in, and all count.',
  },
});

interface Flagged {
  readonly row: number;
  readonly applicationNo: string;
  readonly refused?: RejectedRow;
  readonly by?: { readonly row: number; readonly applicationNo: string };
}

interface FlaggedRowsProps {
  readonly file: FileChecked;
  readonly onlyRefused: boolean;
  readonly onMend: (row: number, record: ApplicationRecord) => Promise<RejectedRow | undefined>;
}

/** The rows that are refused or superseded; a refused one is mended on the spot. */
export const FlaggedRows = ({ file: { check, records }, onlyRefused, onMend }: FlaggedRowsProps) => {
  const [mending, setMending] = useState<RejectedRow | undefined>(undefined);
  if (!check) return null;
  const refused = check.rejected.map((one): Flagged => ({ ...one, refused: one }));
  const rows = onlyRefused ? refused : [...refused, ...check.replaced].sort((one, other) => one.row - other.row);
  const record = (row: number): ApplicationRecord => records[row - 1]!;
  return (
    <>
      <Table<Flagged>
        caption={t.caption}
        rows={rows}
        rowKey={({ row }) => String(row)}
        onOpen={({ refused: one }) => one && setMending(one)}
        empty={<p>✓ {t.empty}</p>}
        columns={[
          { key: 'row', header: t.row, isNumber: true, sortBy: ({ row }) => row, cell: ({ row }) => row },
          { key: 'application', header: t.application, isName: true, cell: ({ applicationNo }) => applicationNo },
          {
            key: 'name',
            header: t.name,
            cell: ({ row }) => `${record(row).family_name}, ${record(row).given_names}`,
          },
          {
            key: 'what',
            header: t.what,
            cell: ({ row, refused: one, by }) =>
              one ? (
                <>
                  {t.refused}: {refusalWords[one.code][0]} <code>{one.code}</code>
                </>
              ) : (
                <details>
                  <summary>
                    {t.replaced}: {t.by} {by!.row} <code>SUPERSEDED</code>. {t.see}
                  </summary>
                  <ul>
                    {[row, by!.row].map((which) => (
                      <li key={which}>
                        {t.row} {which}: {record(which).application_no}, {t.sent} {record(which).submitted_at},{' '}
                        {record(which).class_wishes.replaceAll('|', ' › ')}
                      </li>
                    ))}
                  </ul>
                </details>
              ),
          },
          {
            key: 'act',
            header: t.act,
            cell: ({ row, refused: one }) =>
              one && (
                <button
                  type="button"
                  class="ds-button"
                  data-variant="secondary"
                  data-size="sm"
                  aria-label={`${t.mend} ${t.row} ${row}`}
                  onClick={() => setMending(one)}
                >
                  {t.mend}
                </button>
              ),
          },
        ]}
      />
      {mending && (
        <MendRow
          key={mending.row}
          row={mending}
          record={record(mending.row)}
          onMend={(mended) => onMend(mending.row, mended)}
          onClose={() => setMending(undefined)}
        />
      )}
    </>
  );
};
