import type { DeskDelivery } from '@kull/deliveries';
import type { Language } from '../kit/language';
import { Scrolling } from '../kit/scrolling';
import { countsText, deliveryAt, sixDigits, whenText } from './delivery-parts';
import { deliveryTexts } from './delivery-texts';
import { deskTexts } from './desk-texts';
import { listTexts } from './list-texts';

export interface DeliveryListProps {
  readonly language: Language;
  readonly deliveries: readonly DeskDelivery[];
  readonly nameOf: (actor: string) => string;
  /** The heading that names the list. */
  readonly labelledBy: string;
}

/** Deliveries with what is in them, what was answered, and who fetched them first. */
export const DeliveryList = ({ language, deliveries, nameOf, labelledBy }: DeliveryListProps) => {
  const texts = deskTexts[language];
  return (
    <Scrolling labelledBy={labelledBy}>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.made}</th>
            <th scope="col">{listTexts[language].course}</th>
            <th scope="col">{texts.content}</th>
            <th scope="col">{deliveryTexts[language].receipt}</th>
            <th scope="col">{texts.fetched}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <a class="ds-link" href={deliveryAt(one.id)}>
                  {sixDigits(one.batchSeq)}
                </a>
              </th>
              <td>{whenText(language, one.createdAt)}</td>
              <td>{one.classCode}</td>
              <td>{texts.lines(one.addCount, one.correctCount, one.revokeCount)}</td>
              <td>{countsText(language, one)}</td>
              <td>
                {one.fetched ? `${nameOf(one.fetched.by)}, ${whenText(language, one.fetched.at)}` : texts.notFetched}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
};
