import { number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import type { NextRound } from './rounds-data';
import { quotaWords } from './words';

const t = inLanguage({
  nb: { all: 'Alle tilbudene', priority: 'prioritet', points: 'poeng', wish: 'ønske', has: 'har plass i' },
  nn: { all: 'Alle tilboda', priority: 'prioritet', points: 'poeng', wish: 'ønske', has: 'har plass i' },
  en: { all: 'All the offers', priority: 'priority', points: 'points', wish: 'wish', has: 'has a place in' },
});

type Offer = NextRound['offers'][number];

const line = ({ name, applicationNo, class: code, tier, quota, score, wishNo, holds }: Offer): string =>
  [
    `${code} → ${name ?? applicationNo}`,
    quota === 'EARMARKED_PHYSICIAN' && `${t.priority} ${tier}`,
    `${t.points} ${score.replace('.', ',')}`,
    `${t.wish} ${wishNo}`,
    holds && `${t.has} ${holds}`,
  ]
    .filter(Boolean)
    .join(', ');

/** Who would be offered what, quota by quota; a long list is folded. */
export const OfferPreview = ({ offers }: { readonly offers: NextRound['offers'] }) => (
  <details class="ds-details" open={offers.length <= 12}>
    <summary>
      {t.all} ({number(offers.length)})
    </summary>
    {(['EARMARKED_PHYSICIAN', 'GENERAL'] as const).map((quota) => {
      const ofQuota = offers.filter((offer) => offer.quota === quota);
      return ofQuota.length === 0 ? null : (
        <div key={quota}>
          <h3 class="ds-heading" data-size="2xs">
            {quotaWords[quota]} ({number(ofQuota.length)})
          </h3>
          <ul>
            {ofQuota.map((offer) => (
              <li key={offer.applicationNo}>{line(offer)}</li>
            ))}
          </ul>
        </div>
      );
    })}
  </details>
);
