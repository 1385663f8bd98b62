import { type ProblemsFor, said } from '@kull/http';
import type { AskEmployerRejection } from '../commands/ask-employer';
import type { SaveDraftRejection } from '../commands/save-draft';
import type { SendApplicationRejection } from '../commands/send-application';

/** How it is said that an application is not kept, not sent, or not confirmed by an employer. */
export const formProblems = {
  OUTSIDE_WINDOW: {
    status: 409,
    title: said(
      'Opptaket tar ikke imot søknader nå',
      'Opptaket tek ikkje imot søknader no',
      'The intake takes no applications now',
    ),
    detail: said(
      'Ingenting er lagret. Se når opptaket åpner og stenger.',
      'Ingenting er lagra. Sjå når opptaket opnar og stengjer.',
      'Nothing has been stored. See when the intake opens and closes.',
    ),
  },
  INVALID_NATIONAL_ID: {
    status: 422,
    title: said('Fødselsnummeret er ikke gyldig', 'Fødselsnummeret er ikkje gyldig', 'The national id is not valid'),
    detail: said('Ingenting er lagret.', 'Ingenting er lagra.', 'Nothing has been stored.'),
  },
  DRAFT_UNKNOWN: {
    status: 404,
    title: said(
      'Det er ikke begynt på noen søknad',
      'Det er ikkje byrja på nokon søknad',
      'No application has been begun',
    ),
  },
  DRAFT_CHANGED: {
    status: 409,
    title: said('Søknaden er endret imens', 'Søknaden er endra imens', 'The application has been changed meanwhile'),
    detail: said('Se over den, og send på nytt.', 'Sjå over han, og send på nytt.', 'Look it over, and send it again.'),
  },
  APPLICATION_INCOMPLETE: {
    status: 409,
    title: said('Søknaden er ikke ferdig utfylt', 'Søknaden er ikkje ferdig utfylt', 'The application is not complete'),
    detail: said(
      'Den er ikke sendt. Fyll ut det som mangler, og send på nytt.',
      'Han er ikkje send. Fyll ut det som manglar, og send på nytt.',
      'It has not been sent. Fill in what is missing, and send it again.',
    ),
  },
  DOCUMENT_UNKNOWN: {
    status: 404,
    title: said('Vedlegget finnes ikke', 'Vedlegget finst ikkje', 'The document is not there'),
  },
  TOO_MANY_DOCUMENTS: {
    status: 409,
    title: said(
      'Søknaden har så mange vedlegg som den kan ha',
      'Søknaden har så mange vedlegg som han kan ha',
      'The application has as many documents as it can have',
    ),
  },
  POST_MISSING: {
    status: 409,
    title: said('Stillingen er ikke fylt ut', 'Stillinga er ikkje fylt ut', 'The post has not been filled in'),
    detail: said(
      'Det er ikke noe å bekrefte ennå.',
      'Det er ikkje noko å stadfeste enno.',
      'There is nothing to confirm yet.',
    ),
  },
  TOO_MANY_LINKS: {
    status: 409,
    title: said(
      'Lederen har fått så mange lenker som det kan sendes',
      'Leiaren har fått så mange lenkjer som det kan sendast',
      'The leader has been sent as many links as can be sent',
    ),
  },
  ALREADY_CONFIRMED: {
    status: 409,
    title: said(
      'Arbeidsgiveren har bekreftet stillingen',
      'Arbeidsgivaren har stadfesta stillinga',
      'The employer has confirmed the post',
    ),
  },
  LINK_UNKNOWN: { status: 404, title: said('Lenken finnes ikke', 'Lenkja finst ikkje', 'The link is not there') },
  LINK_USED: { status: 410, title: said('Lenken er brukt', 'Lenkja er brukt', 'The link has been used') },
  LINK_REPLACED: {
    status: 410,
    title: said(
      'Søkeren har sendt en nyere lenke',
      'Søkjaren har sendt ei nyare lenkje',
      'The applicant has sent a newer link',
    ),
  },
  LINK_EXPIRED: { status: 410, title: said('Lenken er utløpt', 'Lenkja har gått ut', 'The link has expired') },
  POST_CHANGED: {
    status: 409,
    title: said(
      'Søkeren har endret stillingen etter at lenken ble sendt',
      'Søkjaren har endra stillinga etter at lenkja vart send',
      'The applicant has changed the post since the link was sent',
    ),
  },
} as const satisfies Partial<ProblemsFor<SaveDraftRejection | SendApplicationRejection | AskEmployerRejection>>;
