import { said } from '@kull/http';

/** How it is said that a round does not begin, send, or end, or has no place left. The whole is checked in `problems.ts`. */
export const roundProblems = {
  ROUND_UNKNOWN: {
    status: 404,
    title: said('Opptaket har ingen slik runde', 'Opptaket har ingen slik runde', 'The intake has no such round'),
  },
  PREVIOUS_ROUND_OPEN: {
    status: 409,
    title: said(
      'Forrige runde er ikke avsluttet',
      'Førre runde er ikkje avslutta',
      'The previous round has not been closed',
    ),
    detail: said(
      'Først når den er avsluttet, er det klart hvilke plasser som er ledige.',
      'Først når han er avslutta, er det klart kva plassar som er ledige.',
      'Only when it is closed is it clear which places are free.',
    ),
  },
  ROUND_SENT: {
    status: 409,
    title: said('Runden er sendt', 'Runden er send', 'The round has been sent'),
    detail: said(
      'Det som er sendt, kan ikke tas tilbake.',
      'Det som er sendt, kan ikkje takast tilbake.',
      'What has been sent cannot be taken back.',
    ),
  },
  SENDING_TIME_PASSED: {
    status: 409,
    title: said(
      'Tidspunktet for runden er passert',
      'Tidspunktet for runden er passert',
      'The time of the round has passed',
    ),
    detail: said(
      'Forhåndsvis og send den selv.',
      'Førehandsvis og send han sjølv.',
      'Preview it and send it yourself.',
    ),
  },
  SENDING_NOT_APPROVED: {
    status: 409,
    title: said(
      'Det er ikke godkjent at runden sendes av seg selv',
      'Det er ikkje godkjent at runden blir send av seg sjølv',
      'It has not been approved that the round sends itself',
    ),
  },
  OFFERS_NOT_MADE: {
    status: 409,
    title: said(
      'Det er ikke gitt tilbud i runden',
      'Det er ikkje gitt tilbod i runden',
      'No offers have been made in the round',
    ),
  },
  ROUNDS_NOT_CLOSED: {
    status: 409,
    title: said('Siste runde er ikke avsluttet', 'Siste runde er ikkje avslutta', 'The last round has not been closed'),
  },
  NO_FREE_PLACE: {
    status: 409,
    title: said(
      'Det er ingen ledig plass i kvoten',
      'Det er ingen ledig plass i kvoten',
      'There is no free place in the quota',
    ),
  },
  MUNICIPALITY_CAP_REACHED: {
    status: 409,
    title: said(
      'Kommunen har så mange plasser i klassen som den kan ha',
      'Kommunen har så mange plassar i klassen som han kan ha',
      'The municipality has as many places in the class as it can have',
    ),
  },
} as const;
