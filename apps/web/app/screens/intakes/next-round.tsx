import { useState } from 'preact/hooks';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { type IntakeView, sum } from './intake-data';
import { OfferPreview } from './offer-preview';
import { type NextRound, useNextRound } from './rounds-data';
import { SendRound } from './send-round';
import { SendingChoice } from './sending-choice';
import { quotaWords } from './words';

const t = inLanguage({
  nb: {
    title: 'Runde',
    now: 'slik det står nå',
    sends: 'sendes',
    free: 'ledige',
    offers: 'tilbud',
    keep: 'har plass alt og beholder den til de takker ja',
    open: 'tilbud er ikke besvart og regnes som brukte plasser.',
    released: 'Øremerket frigis til generell (regnet med over)',
    refused: 'Øremerket frigis ikke',
    waits: (count: number) => (count === 1 ? 'en bekreftet lege venter' : `${count} bekreftede leger venter`),
    preview: 'Forhåndsvis',
    closeFirst: 'Avslutt runden før, så kan tilbudene sendes.',
    rankFirst: 'Kjør rangeringen på nytt, så kan tilbudene sendes.',
    notRanked: 'Opptaket må rangeres før tilbud kan sendes.',
    none: 'Ingen får tilbud slik det står nå.',
  },
  nn: {
    title: 'Runde',
    now: 'slik det står no',
    sends: 'blir send',
    free: 'ledige',
    offers: 'tilbod',
    keep: 'har plass alt og beheld han til dei takkar ja',
    open: 'tilbod er ikkje svara på og blir rekna som brukte plassar.',
    released: 'Øyremerkt blir frigitt til generell (rekna med over)',
    refused: 'Øyremerkt blir ikkje frigitt',
    waits: (count: number) => (count === 1 ? 'ein stadfesta lege ventar' : `${count} stadfesta legar ventar`),
    preview: 'Førehandsvis',
    closeFirst: 'Avslutt runden før, så kan tilboda sendast.',
    rankFirst: 'Køyr rangeringa på nytt, så kan tilboda sendast.',
    notRanked: 'Opptaket må rangerast før tilbod kan sendast.',
    none: 'Ingen får tilbod slik det står no.',
  },
  en: {
    title: 'Round',
    now: 'as it stands now',
    sends: 'is sent',
    free: 'free',
    offers: 'offers',
    keep: 'have a place already and keep it until they accept',
    open: 'offers are not answered and count as used places.',
    released: 'Earmarked ones are released to general (counted above)',
    refused: 'Earmarked ones are not released',
    waits: (count: number) =>
      count === 1 ? 'one verified physician is waiting' : `${count} verified physicians are waiting`,
    preview: 'Preview',
    closeFirst: 'Close the round before; then the offers can be sent.',
    rankFirst: 'Run the ranking again; then the offers can be sent.',
    notRanked: 'The intake has to be ranked before offers can be sent.',
    none: 'Nobody gets an offer as it stands now.',
  },
});

const ofQuota = ({ free, offers }: NextRound, quota: 'EARMARKED_PHYSICIAN' | 'GENERAL') => ({
  quota,
  free: free.filter((one) => one.quota === quota && one.places > 0),
  offers: offers.filter((one) => one.quota === quota),
});

const Explained = ({ next }: { readonly next: NextRound }) => (
  <ul>
    {[ofQuota(next, 'EARMARKED_PHYSICIAN'), ofQuota(next, 'GENERAL')].map(({ quota, free, offers }) => {
      const keeping = offers.filter(({ holds }) => holds).length;
      return (
        <li key={quota}>
          <strong>{quotaWords[quota]}</strong>: {number(sum(free, ({ places }) => places))} {t.free}
          {free.length > 0 && ` (${free.map(({ class: code, places }) => `${code} ${places}`).join(', ')})`} →{' '}
          {number(offers.length)} {t.offers}
          {keeping > 0 && `; ${number(keeping)} ${t.keep}`}
        </li>
      );
    })}
    {next.release?.released.map(({ class: code, places }) => (
      <li key={code}>
        {t.released}: {code} {number(places)}
      </li>
    ))}
    {next.release?.refused.map(({ class: code, physicians }) => (
      <li key={code}>
        {t.refused}: {code}, {t.waits(physicians)}
      </li>
    ))}
  </ul>
);

const whyNot = ({ status, ranking, isRanked }: IntakeView, { previousIsClosed }: NextRound): string | undefined => {
  if (!ranking) return t.notRanked;
  if (status === 'open' && !isRanked) return t.rankFirst;
  return previousIsClosed ? undefined : t.closeFirst;
};

/** The next round as it stands now, explained; from here it is sent (ux.md A5). */
export const NextRoundBox = ({ intake }: { readonly intake: IntakeView }) => {
  const [isSending, setSending] = useState(false);
  const next = useNextRound(intake.id);
  return (
    <Loaded of={next}>
      {(view) => {
        if (!view) return null;
        const refused = whyNot(intake, view);
        return (
          <section class="ds-card stack" aria-labelledby="next-round">
            <h2 class="ds-heading" data-size="xs" id="next-round">
              {t.title} {view.round} {t.now} ({t.sends} {dayAndTime(view.offersAt)})
            </h2>
            {intake.ranking && <Explained next={view} />}
            {view.openOffers > 0 && (
              <p>
                {number(view.openOffers)} {t.open}
              </p>
            )}
            {view.offers.length > 0 && view.offers.length <= 12 && (
              // Not a child of the card itself: that would take the card's padding away.
              <div>
                <OfferPreview offers={view.offers} />
              </div>
            )}
            {intake.ranking && view.offers.length === 0 && <p>{t.none}</p>}
            {intake.ranking && <SendingChoice intake={intake} next={view} />}
            {refused ? (
              <p>{refused}</p>
            ) : (
              <button type="button" class="ds-button" onClick={() => setSending(true)}>
                {t.preview} {number(view.offers.length)}
              </button>
            )}
            {isSending && <SendRound intake={intake} next={view} onClose={() => setSending(false)} />}
          </section>
        );
      }}
    </Loaded>
  );
};
