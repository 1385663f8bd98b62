import type { OwnOffer } from '@kull/admissions';
import type { Language } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { stageOf } from './offer-page';
import { offerTexts } from './offer-texts';
import { timeText } from './times';

const COLORS = {
  OPEN: 'warning',
  ACCEPTED: 'success',
  DECLINED: 'neutral',
  LAPSED: 'neutral',
  OVER: 'neutral',
} as const;

/** The offers that somebody has had, each with its own page. */
export const offersPage = (
  language: Language,
  viewer: Viewer,
  offers: readonly { readonly offer: OwnOffer; readonly path: string }[],
): string => {
  const { listTitle, none, titles, deadline } = offerTexts[language];
  return pageText({
    language,
    title: listTitle,
    path: '/tilbud',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {listTitle}
        </h1>
        {offers.length === 0 && <p class="ds-paragraph">{none}</p>}
        {offers.map(({ offer, path }) => {
          const stage = stageOf(offer);
          return (
            <section key={offer.offerId} class="ds-card" data-color="neutral">
              <div class="ds-card__block stack">
                <h2 class="ds-heading" data-size="xs">
                  <a class="ds-link" href={path}>
                    {offer.programme} · {offer.class}
                  </a>
                </h2>
                <p class="ds-paragraph">
                  <span class="ds-tag" data-color={COLORS[stage]}>
                    {titles[stage]}
                  </span>
                </p>
                {stage === 'OPEN' && <p class="ds-paragraph">{deadline(timeText(language, offer.replyBy))}</p>}
              </div>
            </section>
          );
        })}
      </>
    ),
  });
};
