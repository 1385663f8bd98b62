import type { LetterSample } from '../../../../../libs/admissions/src/words/letters/example';
import { address } from '../../api/client';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: {
    title: 'Forhåndsvis brevene (PDF)',
    lead: 'Slik ser de ut, til en som ikke finnes. Hver søker får sitt på sitt språk.',
    kinds: {
      OFFER: 'Tilbud om plass',
      PLACE_HELD: 'Vedtak: har plass',
      WAITING: 'Vedtak: venteliste',
      NO_PLACE: 'Vedtak: ikke plass',
      NOT_QUALIFIED: 'Vedtak: oppfyller ikke kravene',
      NEEDS_MORE: 'Vedtak: noe manglet',
      UPHELD: 'Klage: medhold',
      FORWARDED: 'Klage: sendt til nemnda',
      DISMISSED: 'Klage: avslått',
      PLACE_ON_APPEAL: 'Plass etter klage',
    },
  },
  nn: {
    title: 'Førehandsvis breva (PDF)',
    lead: 'Slik ser dei ut, til ein som ikkje finst. Kvar søkjar får sitt på sitt språk.',
    kinds: {
      OFFER: 'Tilbod om plass',
      PLACE_HELD: 'Vedtak: har plass',
      WAITING: 'Vedtak: venteliste',
      NO_PLACE: 'Vedtak: ikkje plass',
      NOT_QUALIFIED: 'Vedtak: oppfyller ikkje krava',
      NEEDS_MORE: 'Vedtak: noko vanta',
      UPHELD: 'Klage: medhald',
      FORWARDED: 'Klage: send til nemnda',
      DISMISSED: 'Klage: avslått',
      PLACE_ON_APPEAL: 'Plass etter klage',
    },
  },
  en: {
    title: 'Preview the letters (PDF)',
    lead: 'What they look like, to somebody who does not exist. Each applicant gets theirs in their language.',
    kinds: {
      OFFER: 'Offer of a place',
      PLACE_HELD: 'Decision: has a place',
      WAITING: 'Decision: waiting list',
      NO_PLACE: 'Decision: no place',
      NOT_QUALIFIED: 'Decision: does not meet the requirements',
      NEEDS_MORE: 'Decision: something was missing',
      UPHELD: 'Appeal: upheld',
      FORWARDED: 'Appeal: sent to the board',
      DISMISSED: 'Appeal: dismissed',
      PLACE_ON_APPEAL: 'A place after an appeal',
    },
  },
});

const languages = [
  ['nb', 'bokmål'],
  ['nn', 'nynorsk'],
  ['en', 'English'],
] as const;

interface LetterExamplesProps {
  readonly intakeId: string;
  readonly kinds: readonly LetterSample[];
}

/** What is sent, before it is: one letter of each kind in each language. */
export const LetterExamples = ({ intakeId, kinds }: LetterExamplesProps) => (
  <details class="ds-details">
    <summary>{t.title}</summary>
    <div>
      <p>{t.lead}</p>
      <ul class="ds-list">
        {kinds.map((kind) => (
          <li key={kind}>
            {t.kinds[kind]}:{' '}
            {languages.map(([language, name], at) => (
              <span key={language}>
                {at > 0 && ' · '}
                <a
                  class="ds-link"
                  href={address(`/intakes/${intakeId}/files/letter-example.pdf`, { kind, language })}
                  target="_blank"
                  rel="noreferrer"
                  lang={language}
                  aria-label={`${t.kinds[kind]}, ${name} (PDF)`}
                >
                  {name}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  </details>
);
