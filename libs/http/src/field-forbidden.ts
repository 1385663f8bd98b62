import { said } from './language';
import { Problem } from './problem';

/** Of a field that the operation knows and this caller may not set (reliability.md 5.1). `pointer`: RFC 6901. */
export const fieldForbidden = (pointer: string): Problem =>
  new Problem({
    status: 403,
    code: 'FIELD_FORBIDDEN',
    title: said(
      'Et av feltene kan du ikke fylle ut',
      'Eit av felta kan du ikkje fylle ut',
      'There is a field that you may not fill in',
    ),
    detail: said(
      'Det er for dem som har ansvar for det. Ingenting er endret. Send det samme uten feltet.',
      'Det er for dei som har ansvar for det. Ingenting er endra. Send det same utan feltet.',
      'It is for those who are responsible for it. Nothing has been changed. Send the same without the field.',
    ),
    errors: [
      {
        pointer,
        code: 'FIELD_FORBIDDEN',
        detail: said('Kan ikke settes av deg', 'Kan ikkje setjast av deg', 'May not be set by you'),
      },
    ],
  });
