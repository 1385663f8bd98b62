import type { DeskDelivery, DeskLine } from '@kull/deliveries';
import type { Language } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { Scrolling } from '../kit/scrolling';
import { approvalTexts } from './approval-texts';
import { DeliveryList } from './delivery-list';
import {
  Changes,
  contentText,
  countsText,
  Downloads,
  deliveryAt,
  physicianText,
  sixDigits,
  whenText,
} from './delivery-parts';
import { deliveryTexts } from './delivery-texts';
import { deskTexts } from './desk-texts';
import { listTexts } from './list-texts';
import { LookUpForm } from './look-up-form';
import { machinesTexts } from './machines-texts';
import { AllReceived } from './receipt-forms';

/** A delivery that nobody at the association has fetched yet, with the lines that change what it had. */
export interface NewDelivery {
  readonly delivery: DeskDelivery;
  readonly changed: readonly DeskLine[];
}

/** Of the newest, so many are listed; all are one click away. */
const LISTED = 10;

export interface DeskParts {
  readonly news: readonly NewDelivery[];
  /** The newest first; those that are new are among them. */
  readonly deliveries: readonly DeskDelivery[];
  readonly nameOf: (actor: string) => string;
}

const Changed = ({ language, news }: { language: Language; news: NewDelivery }) => {
  const texts = deskTexts[language];
  const { delivery, changed } = news;
  const heading = `endret-${delivery.batchSeq}`;
  return (
    <>
      <h3 class="ds-heading" data-size="2xs" id={heading}>
        <span aria-hidden="true">⚠ </span>
        {texts.lookFirst(delivery.correctCount, delivery.revokeCount)}
      </h3>
      <Scrolling labelledBy={heading}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{texts.certificate}</th>
              <th scope="col">{deliveryTexts[language].physician}</th>
              <th scope="col">{deliveryTexts[language].changes}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((line) => (
              <tr key={`${line.certificateNo}/${line.lineNo}`}>
                <th scope="row">{line.certificateNo}</th>
                <td>{physicianText(line)}</td>
                <td>
                  <Changes language={language} line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  );
};

const New = ({ language, news }: { language: Language; news: NewDelivery }) => {
  const texts = deskTexts[language];
  const { delivery, changed } = news;
  const { id, addCount, receipts } = delivery;
  return (
    <section class="ds-card" data-color="info">
      <div class="ds-card__block stack">
        <h2 class="ds-heading" data-size="xs">
          <a class="ds-link" href={deliveryAt(id)}>
            {texts.delivery(sixDigits(delivery.batchSeq))}
          </a>{' '}
          · {whenText(language, delivery.createdAt)}
        </h2>
        <p class="ds-paragraph">{contentText(language, delivery)}</p>
        <Downloads language={language} delivery={delivery} />
        {changed.length > 0 && <Changed language={language} news={news} />}
        <h3 class="ds-heading" data-size="2xs">
          {deliveryTexts[language].receipt}
        </h3>
        {receipts.waiting < delivery.recordCount && <p class="ds-paragraph">{countsText(language, delivery)}</p>}
        <div class="acts">
          {receipts.waiting > 0 && (
            <>
              <AllReceived language={language} deliveryId={id} part="endret" count={changed.length} />
              <AllReceived language={language} deliveryId={id} part="nye" count={addCount} />
            </>
          )}
          <a class="ds-link" href={deliveryAt(id)}>
            {deliveryTexts[language].someRejectedLink}
            <span class="ds-sr-only"> {texts.delivery(sixDigits(delivery.batchSeq))}</span>
          </a>
        </div>
        <p class="ds-paragraph hash">SHA-256 {delivery.fileSha256}</p>
      </div>
    </section>
  );
};

const Earlier = ({ language, deliveries, nameOf }: { language: Language } & Omit<DeskParts, 'news'>) => (
  <section class="stack">
    <h2 class="ds-heading" data-size="sm" id="tidligere">
      {deskTexts[language].earlier}
    </h2>
    <DeliveryList language={language} deliveries={deliveries.slice(0, LISTED)} nameOf={nameOf} labelledBy="tidligere" />
    <p>
      <a class="ds-link" href="/levering/alle">
        {listTexts[language].all}
      </a>
    </p>
  </section>
);

/** E6: what is new first, what it changes before all else. */
export const deskPage = (language: Language, viewer: Viewer, { news, deliveries, nameOf }: DeskParts): string => {
  const texts = deskTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/levering',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <p class="answer">
          {deliveries.length === 0 ? texts.none : news.length === 0 ? texts.nothingNew : texts.news(news.length)}
        </p>
        {news.map((one) => (
          <New key={one.delivery.id} language={language} news={one} />
        ))}
        <LookUpForm language={language} />
        {deliveries.length > 0 && <Earlier language={language} deliveries={deliveries} nameOf={nameOf} />}
        <nav class="ways-on" aria-label={texts.more}>
          <a class="ds-link" href="/levering/kursgodkjenninger">
            {approvalTexts[language].title}
          </a>
          <a class="ds-link" href="/levering/maskintilgang">
            {machinesTexts[language].title}
          </a>
          <span>{texts.contact}</span>
        </nav>
      </>
    ),
  });
};
