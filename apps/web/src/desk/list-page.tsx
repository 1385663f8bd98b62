import type { DeskDelivery, DeskFilter } from '@kull/deliveries';
import type { Language } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { DeliveryList } from './delivery-list';
import { deskTexts } from './desk-texts';
import { listTexts } from './list-texts';

export interface ListParts {
  readonly deliveries: readonly DeskDelivery[];
  readonly years: readonly number[];
  readonly filter: DeskFilter;
  /** Behind which sequence number the page begins; absent on the first. */
  readonly before?: number;
  /** Behind which the next page begins; absent on the last. */
  readonly next?: number;
  readonly nameOf: (actor: string) => string;
}

const listAt = (ending: '' | '.csv' | '.xlsx', { year, text }: DeskFilter, before?: number): string => {
  const wanted = new URLSearchParams({
    ...(year !== undefined && { aar: String(year) }),
    ...(text !== undefined && { finn: text }),
    ...(before !== undefined && { etter: String(before) }),
  }).toString();
  return `/levering/alle${ending}${wanted === '' ? '' : `?${wanted}`}`;
};

const Filter = ({ language, years, filter }: { language: Language } & Pick<ListParts, 'years' | 'filter'>) => {
  const texts = listTexts[language];
  return (
    <form method="get" action="/levering/alle" class="filter">
      <div>
        <label class="ds-label" for="aar">
          {texts.year}
        </label>
        <select class="ds-input" id="aar" name="aar">
          <option value="">{texts.everyYear}</option>
          {years.map((year) => (
            <option key={year} value={year} selected={year === filter.year}>
              {year}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label class="ds-label" for="finn">
          {texts.findHint}
        </label>
        <input class="ds-input" id="finn" name="finn" value={filter.text ?? ''} maxlength={64} autocomplete="off" />
      </div>
      <button class="ds-button" type="submit">
        {texts.search}
      </button>
    </form>
  );
};

/** Every delivery, by year, page by page, with the list as a file. */
export const listPage = (language: Language, viewer: Viewer, parts: ListParts): string => {
  const texts = listTexts[language];
  const { deliveries, years, filter, before, next, nameOf } = parts;
  return pageText({
    language,
    title: texts.title,
    path: listAt('', filter, before),
    viewer,
    children: (
      <>
        <p>
          <a class="ds-link" href="/levering">
            {deskTexts[language].back}
          </a>
        </p>
        <h1 class="ds-heading" data-size="md" id="alle">
          {texts.title}
        </h1>
        <Filter language={language} years={years} filter={filter} />
        <p class="answer" role="status">
          {deliveries.length === 0 ? texts.none : texts.shown(deliveries.length, next !== undefined)}
        </p>
        {deliveries.length > 0 && (
          <DeliveryList language={language} deliveries={deliveries} nameOf={nameOf} labelledBy="alle" />
        )}
        <div class="acts">
          {before !== undefined && (
            <a class="ds-button" data-variant="secondary" href={listAt('', filter)}>
              {texts.newest}
            </a>
          )}
          {next !== undefined && (
            <a class="ds-button" data-variant="secondary" href={listAt('', filter, next)} rel="next">
              {texts.more}
            </a>
          )}
          <a class="ds-link" href={listAt('.csv', filter)} download>
            {texts.exportCsv}
          </a>
          <a class="ds-link" href={listAt('.xlsx', filter)} download>
            {texts.exportXlsx}
          </a>
        </div>
      </>
    ),
  });
};
