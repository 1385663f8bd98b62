import { said } from '@kull/http';
import type { ProblemText } from './problem-text';

/** Of requests that somebody else may make, or nobody alone. */
export const whoMayTexts: Readonly<Record<string, ProblemText>> = {
  NOT_AUTHENTICATED: {
    title: said('Du er ikke logget inn', 'Du er ikkje logga inn', 'You are not logged in'),
    todo: said(
      'Send nøkkelen din som «Authorization: Bearer …».',
      'Send nøkkelen din som «Authorization: Bearer …».',
      'Send your key as “Authorization: Bearer …”.',
    ),
  },
  NOT_ALLOWED: {
    title: said('Du har ikke tilgang til dette', 'Du har ikkje tilgang til dette', 'You have no access to this'),
    todo: said(
      'Be den som administrerer tjenesten om tilgang.',
      'Be den som administrerer tenesta, om tilgang.',
      'Ask whoever administers the service for access.',
    ),
  },
  FIELD_FORBIDDEN: {
    title: said(
      'Et av feltene kan du ikke fylle ut',
      'Eit av felta kan du ikkje fylle ut',
      'There is a field that you may not fill in',
    ),
    todo: said('Send det samme uten feltet.', 'Send det same utan feltet.', 'Send the same without the field.'),
  },
  OWN_NAME_ONLY: {
    title: said(
      'Du kan bare gjøre dette i ditt eget navn',
      'Du kan berre gjere dette i ditt eige namn',
      'You can do this only in your own name',
    ),
    todo: said(
      'La den andre logge inn og gjøre sin del selv.',
      'La den andre logge inn og gjere sin del sjølv.',
      'Let the other person log in and do their part themselves.',
    ),
  },
  TWO_PEOPLE_REQUIRED: {
    title: said('To må stå bak leveringen', 'To må stå bak leveringa', 'Two people must stand behind the delivery'),
    todo: said(
      'Lag et utkast, la en annen godkjenne det, og lever det så.',
      'Lag eit utkast, la ein annan godkjenne det, og lever det så.',
      'Make a draft, let somebody else approve it, and then deliver it.',
    ),
  },
};
