import type { DeskDelivery, DeskLine, ExportDownload, ReceiptRowCode, SentReceipts } from '@kull/deliveries';
import { workbookNameOf } from '@kull/deliveries';
import type { Language } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { contentText, countsText, Downloads, deliveryAt, sixDigits, whenText } from './delivery-parts';
import { deliveryTexts } from './delivery-texts';
import { deskTexts } from './desk-texts';
import { codeText } from './line-codes';
import { type AnswerFault, type GivenAnswer, parts } from './receipt-answer';
import { FileForm, PartForm, RefuseForm } from './receipt-forms';

/** What became of what was just sent. */
export type ReceiptResult =
  | { readonly kind: 'sent'; readonly taken: number }
  | { readonly kind: 'wrong'; readonly given: GivenAnswer; readonly fault: AnswerFault }
  | { readonly kind: 'no-file' | 'unusable-file' }
  | {
      readonly kind: 'file';
      readonly taken: number;
      readonly unchanged: number;
      readonly refused: readonly {
        readonly row: number;
        readonly certificateNo: string;
        readonly code: ReceiptRowCode;
      }[];
    };

export interface DeliveryParts {
  readonly delivery: DeskDelivery;
  readonly lines: readonly DeskLine[];
  readonly receiptsSent: readonly SentReceipts[];
  readonly downloads: readonly ExportDownload[];
  readonly nameOf: (actor: string) => string;
  readonly result?: ReceiptResult;
}

const Result = ({ language, result }: { language: Language; result: ReceiptResult }) => {
  const texts = deliveryTexts[language];
  switch (result.kind) {
    case 'sent':
      return (
        <div class="ds-alert" data-color={result.taken > 0 ? 'success' : 'info'} role="status">
          <p class="ds-paragraph">{result.taken > 0 ? texts.sent : texts.unchanged}</p>
        </div>
      );
    case 'wrong':
      // Shown at the form that it is about.
      return null;
    case 'no-file':
    case 'unusable-file':
      return (
        <div class="ds-alert" data-color="danger" role="alert">
          <p class="ds-paragraph">{result.kind === 'no-file' ? texts.fileMissing : texts.fileUnusable}</p>
        </div>
      );
    case 'file': {
      const { taken, unchanged, refused } = result;
      return (
        <div class="ds-alert stack" data-color={refused.length > 0 ? 'warning' : 'success'} role="status">
          <p class="ds-paragraph">{texts.fileTaken(taken, unchanged, refused.length)}</p>
          {refused.length > 0 && (
            <table class="ds-table">
              <thead>
                <tr>
                  <th scope="col">{texts.row}</th>
                  <th scope="col">{deskTexts[language].certificate}</th>
                  <th scope="col">{texts.why}</th>
                </tr>
              </thead>
              <tbody>
                {refused.map(({ row, certificateNo, code }) => (
                  <tr key={row}>
                    <th scope="row">{row}</th>
                    <td>{certificateNo}</td>
                    <td>{texts.rowFaults[code]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      );
    }
  }
};

const Sent = ({
  language,
  sent,
  nameOf,
}: { language: Language; sent: SentReceipts } & Pick<DeliveryParts, 'nameOf'>) => {
  const texts = deliveryTexts[language];
  const { by, at, received, rejected, codes } = sent;
  const isWhole = received + rejected === 0;
  const what = isWhole ? texts.wholeRejected : texts.sentCounts(received, rejected);
  const meant = codes.map((code) => `${code} ${codeText(language, code) ?? ''}`.trim());
  return (
    <li>
      {texts.sentBy(nameOf(by), whenText(language, at))}: {what}
      {meant.length > 0 && ` (${meant.join(', ')})`}
    </li>
  );
};

const History = ({ language, parts: of }: { language: Language; parts: DeliveryParts }) => {
  const texts = deliveryTexts[language];
  const { delivery, receiptsSent, downloads, nameOf } = of;
  const files = { FILE: delivery.fileName, MANIFEST: delivery.manifestName, XLSX: workbookNameOf(delivery) };
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {texts.history}
      </h2>
      <h3 class="ds-heading" data-size="2xs">
        {texts.receiptsSent}
      </h3>
      {receiptsSent.length === 0 ? (
        <p class="ds-paragraph">{texts.noReceipts}</p>
      ) : (
        <ul class="ds-list">
          {receiptsSent.map((sent) => (
            <Sent key={`${sent.at}${sent.by}`} language={language} sent={sent} nameOf={nameOf} />
          ))}
        </ul>
      )}
      <h3 class="ds-heading" data-size="2xs">
        {texts.downloads}
      </h3>
      {downloads.length === 0 ? (
        <p class="ds-paragraph">{deskTexts[language].notFetched}</p>
      ) : (
        <ul class="ds-list">
          {downloads.map(({ position, part, by, at }) => (
            <li key={position}>
              {texts.sentBy(nameOf(by), whenText(language, at))}: <span class="hash">{files[part]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** One delivery: what changes first, then what is new, each acknowledged apart; and who did what. */
export const deliveryPage = (language: Language, viewer: Viewer, of: DeliveryParts): string => {
  const texts = deskTexts[language];
  const { delivery, lines, result } = of;
  const title = texts.delivery(sixDigits(delivery.batchSeq));
  return pageText({
    language,
    title,
    path: deliveryAt(delivery.id),
    viewer,
    children: (
      <>
        <p>
          <a class="ds-link" href="/levering">
            {texts.back}
          </a>
        </p>
        <h1 class="ds-heading" data-size="md">
          {title}
        </h1>
        <p class="ds-paragraph">
          {whenText(language, delivery.createdAt)} · {texts.course(delivery.classCode)} ·{' '}
          {contentText(language, delivery)}
        </p>
        {result && <Result language={language} result={result} />}
        <p class="answer">{countsText(language, delivery)}</p>
        <Downloads language={language} delivery={delivery} />
        <p class="ds-paragraph hash">SHA-256 {delivery.fileSha256}</p>
        {parts.map((part) => (
          <PartForm
            key={part}
            language={language}
            deliveryId={delivery.id}
            lines={lines}
            part={part}
            {...(result?.kind === 'wrong' && result.given.part === part && { wrong: result })}
          />
        ))}
        <FileForm language={language} deliveryId={delivery.id} />
        <RefuseForm language={language} deliveryId={delivery.id} />
        <History language={language} parts={of} />
      </>
    ),
  });
};
