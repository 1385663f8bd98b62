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

const sendAt = '2026-05-26T07:00:00.000Z';
const approved: RoundEvent = { type: 'RoundSendingApproved', data: { ...of, sendAt } };
const withdrawn: RoundEvent = { type: 'RoundSendingWithdrawn', data: of };
const stopped: RoundEvent = { type: 'RoundSendingStopped', data: { ...of, code: 'NOT_RANKED' } };
const approve = (now = '2026-05-25T12:00:00.000Z'): RoundCommand => ({
  type: 'ApproveRoundSending',
  data: { ...of, sendAt, now },
});
const withdraw: RoundCommand = { type: 'WithdrawRoundSending', data: of };
const stop: RoundCommand = { type: 'StopRoundSending', data: { ...of, code: 'NOT_RANKED' } };
const sendBySelf: RoundCommand = {
  type: 'MakeRoundOffers',
  data: { ...of, offers: 14, previousIsClosed: true, isBySelf: true },
};

describe('a round that sends itself', () => {
  it('is approved once, before its time and before its offers', () => {
    given(round)().when(approve()).then(approved);
    given(round)(approved).when(approve()).thenNothing();
    given(round)().when(approve(sendAt)).rejectedAs({ code: 'SENDING_TIME_PASSED' });
    given(round)(offered).when(approve()).rejectedAs({ code: 'ROUND_SENT' });
  });
  it('makes its offers only while that is approved, and once', () => {
    given(round)(approved).when(sendBySelf).then(offered);
    given(round)().when(sendBySelf).rejectedAs({ code: 'SENDING_NOT_APPROVED' });
    given(round)(approved, withdrawn).when(sendBySelf).rejectedAs({ code: 'SENDING_NOT_APPROVED' });
    given(round)(approved, offered).when(sendBySelf).thenNothing();
  });
  it('is taken back until its offers are made, and may be approved again', () => {
    given(round)(approved).when(withdraw).then(withdrawn);
    given(round)().when(withdraw).thenNothing();
    given(round)(approved, offered).when(withdraw).rejectedAs({ code: 'ROUND_SENT' });
    given(round)(approved, withdrawn).when(approve()).then(approved);
  });
  it('says once that it could not be sent, and is then sent by somebody', () => {
    given(round)(approved).when(stop).then(stopped);
    given(round)(approved, stopped).when(stop).thenNothing();
    given(round)().when(stop).thenNothing();
    given(round)(approved, stopped).when(makeOffers(true)).then(offered);
  });
  it('keeps what was released', () => given(round)(released, approved, withdrawn).when(release).thenNothing());
});

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
