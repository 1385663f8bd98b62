import { given } from '@kull/kernel/given';
import { type RoundCommand, type RoundEvent, round } from './round';

const of = { intake: 'NLP-2026', round: 3 };
const released: RoundEvent = {
  type: 'EarmarkedPlacesReleased',
  data: { ...of, class: 'TRONDHEIM-1', places: 1, earmarked: 5 },
};
const refused: RoundEvent = {
  type: 'EarmarkedReleaseRefused',
  data: { ...of, class: 'OSLO-2', reason: 'PHYSICIAN_STILL_WAITING', physicians: 1 },
};
const offered: RoundEvent = { type: 'RoundOffersMade', data: { ...of, offers: 14 } };
const closed: RoundEvent = { type: 'RoundClosed', data: of };

const release: RoundCommand = {
  type: 'ReleaseEarmarkedPlaces',
  data: {
    ...of,
    released: [{ class: 'TRONDHEIM-1', places: 1, earmarked: 5 }],
    refused: [{ class: 'OSLO-2', reason: 'PHYSICIAN_STILL_WAITING', physicians: 1 }],
  },
};
const makeOffers = (previousIsClosed: boolean): RoundCommand => ({
  type: 'MakeRoundOffers',
  data: { ...of, offers: 14, previousIsClosed },
});
const close: RoundCommand = { type: 'CloseRound', data: of };

describe('a round', () => {
  it('releases earmarked places before its offers, class by class', () =>
    given(round)().when(release).then(released, refused));
  it('releases them once', () => given(round)(released, refused).when(release).thenNothing());
  it('releases none after its offers', () => given(round)(offered).when(release).thenNothing());
  it('makes its offers once', () => {
    given(round)(released).when(makeOffers(true)).then(offered);
    given(round)(released, offered).when(makeOffers(true)).thenNothing();
  });
  it('waits for the round before', () =>
    given(round)().when(makeOffers(false)).rejectedAs({ code: 'PREVIOUS_ROUND_OPEN' }));
  it('is closed once, after its offers', () => {
    given(round)().when(close).rejectedAs({ code: 'OFFERS_NOT_MADE' });
    given(round)(offered).when(close).then(closed);
    given(round)(offered, closed).when(close).thenNothing();
  });
  it('counts released places as used earmarked ones and as so many general ones more', () =>
    expect(round.setRules!(released)).toEqual([
      {
        kind: 'count',
        key: 'admission-places:NLP-2026:TRONDHEIM-1:EARMARKED_PHYSICIAN',
        by: 1,
        max: 5,
      },
      { kind: 'count', key: 'admission-places:NLP-2026:TRONDHEIM-1:GENERAL', by: -1, max: 0 },
    ]));
});
