import { type CellChange, type DeskDelivery, type DeskLine, workbookNameOf } from '@kull/deliveries';
import { isLocalDate, localDateInOslo, writtenDay } from '@kull/kernel';
import { clockText, type Language, numberText } from '../kit/language';
import { columnTexts } from './column-texts';
import { deliveryTexts } from './delivery-texts';
import { deskTexts } from './desk-texts';
import { codeText } from './line-codes';

export const sixDigits = (seq: number): string => String(seq).padStart(6, '0');

export const whenText = (language: Language, at: string): string =>
  `${writtenDay(language, localDateInOslo(at))} ${clockText(at)}`;

export const deliveryAt = (id: string): string => `/levering/${encodeURIComponent(id)}`;

export const fileAt = ({ id }: Pick<DeskDelivery, 'id'>, name: string): string =>
  `/api/v1/exports/${id}/files/${encodeURIComponent(name)}`;

/** The delivery in one line: what is in it. */
export const contentText = (language: Language, delivery: DeskDelivery): string => {
  const { lines, newPoints } = deskTexts[language];
  const { addCount, correctCount, revokeCount, pointsTotalAdd } = delivery;
  return `${lines(addCount, correctCount, revokeCount)} · ${newPoints(numberText(language, pointsTotalAdd))}`;
};

/** `19 mottatt, 1 avvist, 0 venter på kvittering`. */
export const countsText = (language: Language, { receipts }: Pick<DeskDelivery, 'receipts'>): string => {
  const { received, rejected, waiting } = receipts;
  return deliveryTexts[language].counts(String(received), String(rejected), String(waiting));
};

export const Downloads = ({ language, delivery }: { language: Language; delivery: DeskDelivery }) => {
  const { workbook, file, manifest, delivery: called } = deskTexts[language];
  const of = called(sixDigits(delivery.batchSeq));
  const files = [
    [workbook, workbookNameOf(delivery)],
    [file, delivery.fileName],
    [manifest, delivery.manifestName],
  ] as const;
  return (
    <div class="acts">
      {files.map(([text, name], place) => (
        <a
          key={name}
          class="ds-button"
          data-variant={place === 0 ? 'primary' : 'secondary'}
          href={fileAt(delivery, name)}
          download
        >
          {text}
          <span class="ds-sr-only"> {of}</span>
        </a>
      ))}
    </div>
  );
};

/** Where a line stands with its receiver, and what happens next. */
export const LineStanding = ({ language, line }: { language: Language; line: DeskLine }) => {
  const { states, next } = deliveryTexts[language];
  const { state, code } = line;
  const marks = { SENT: '○', RECEIVED: '✓', POSTED: '✓', REJECTED: '✗' } as const;
  const isWholeFile = code?.startsWith('E00') ?? false;
  const rest = [
    code && `${code} ${codeText(language, code) ?? ''}`.trim(),
    state === 'REJECTED' && line.sentAgain && next.sentAgain,
    state === 'REJECTED' && !line.sentAgain && (isWholeFile ? next.wholeFile : line.awaitsRepair && next.repair),
    line.contradictory && next.contradictory,
  ].filter((text) => text !== null && text !== false && text !== '');
  return (
    <>
      <span aria-hidden="true">{marks[state]} </span>
      {states[state]}
      {rest.map((text) => (
        <span key={String(text)} class="beside">
          {text}
        </span>
      ))}
    </>
  );
};

const numbers: ReadonlySet<string> = new Set(['approved_hours', 'attended_hours', 'points']);

const cellText = (language: Language, { column }: CellChange, cell: string): string => {
  if (cell === '') return '–';
  if (numbers.has(column)) return numberText(language, Number(cell));
  return isLocalDate(cell) ? writtenDay(language, cell) : cell;
};

/** Cell by cell, what was delivered before and what it is now. */
export const Changes = ({ language, line }: { language: Language; line: DeskLine }) => {
  const { withdrawn, reasons } = deskTexts[language];

  const { action, reasonCode } = line;
  return (
    <>
      {action === 'REVOKE' && <strong>{withdrawn}</strong>}
      {line.changes.map((change) => (
        <span key={change.column} class="beside">
          {columnTexts[language][change.column]}: {cellText(language, change, change.before)} →{' '}
          {cellText(language, change, change.after)}
        </span>
      ))}
      {reasonCode && <span class="beside">{reasons[reasonCode] ?? reasonCode}</span>}
    </>
  );
};

export const physicianText = ({ physician }: DeskLine): string =>
  physician ? `${physician.familyName}, ${physician.givenNames}` : '–';
