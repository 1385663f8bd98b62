import type { LetterContent } from '../letter/content';

/** A letter to a person who does not exist, in bokmål: a decision with reasons and the right to appeal. */
export const letterExample: LetterContent = {
  language: 'nb',
  organiser: 'Handelshøyskolen BI',
  recipient: 'Kari Testesen Prøve',
  title: 'Vedtak: du har ikke fått plass',
  facts: [
    ['Søknad', 'A26-000362'],
    ['Dato', '23. april 2026'],
  ],
  parts: [
    { kind: 'paragraph', text: 'Du har ikke fått plass, fordi noe manglet i søknaden.' },
    { kind: 'heading', text: 'Slik er søknaden vurdert' },
    {
      kind: 'list',
      items: ['Oppfylt: Du er minst 18 år', 'Venter: Arbeidsgiveren din hadde ikke bekreftet søknaden'],
    },
    { kind: 'heading', text: 'Du kan klage' },
    { kind: 'paragraph', text: 'Klagefrist tre uker: fredag 15. mai 2026.\nSkriv hva du vil ha endret, og hvorfor.' },
  ],
  signatory: { name: 'Prøve Signersen', role: 'Studieleder' },
  writtenAt: '2026-04-23T21:59:59.000Z',
};
