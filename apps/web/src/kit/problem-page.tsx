import type { Problem } from '@kull/http';
import type { InLanguages, Language } from './language';
import { pageText } from './page';

interface ProblemText {
  readonly title: string;
  readonly todo: string;
}

type Kind = 'refused' | 'missing' | 'wrong' | 'fault';

const texts: InLanguages<Readonly<Record<Kind, ProblemText>> & { readonly id: string; readonly start: string }> = {
  nb: {
    refused: { title: 'Du har ikke tilgang til denne siden', todo: 'Logg inn som noen som har det, eller spør BI.' },
    missing: { title: 'Siden finnes ikke', todo: 'Kanskje er adressen feil, eller siden er ikke for deg.' },
    wrong: { title: 'Det gikk ikke', todo: 'Gå tilbake, se over det du sendte, og prøv igjen.' },
    fault: { title: 'Noe gikk galt hos oss', todo: 'Prøv igjen om litt. Meld fra hvis det skjer igjen.' },
    id: 'Oppgi dette når du melder fra',
    start: 'Til forsiden',
  },
  nn: {
    refused: { title: 'Du har ikkje tilgang til denne sida', todo: 'Logg inn som nokon som har det, eller spør BI.' },
    missing: { title: 'Sida finst ikkje', todo: 'Kanskje er adressa feil, eller sida er ikkje for deg.' },
    wrong: { title: 'Det gjekk ikkje', todo: 'Gå tilbake, sjå over det du sende, og prøv igjen.' },
    fault: { title: 'Noko gjekk gale hos oss', todo: 'Prøv igjen om litt. Meld frå om det skjer igjen.' },
    id: 'Oppgje dette når du melder frå',
    start: 'Til framsida',
  },
  en: {
    refused: { title: 'You have no access to this page', todo: 'Log in as somebody who has, or ask BI.' },
    missing: { title: 'There is no such page', todo: 'The address may be wrong, or the page is not for you.' },
    wrong: { title: 'That did not work', todo: 'Go back, look over what you sent, and try again.' },
    fault: { title: 'Something went wrong on our side', todo: 'Try again in a moment. Tell us if it happens again.' },
    id: 'Quote this when you tell us',
    start: 'To the front page',
  },
};

const kindOf = (status: number): Kind => {
  if (status >= 500) return 'fault';
  if (status === 403) return 'refused';
  return status === 404 ? 'missing' : 'wrong';
};

/** What went wrong, and what to do now. */
export const problemPage = (language: Language, { status, parts }: Problem, requestId: string): string => {
  const { id, start, ...kinds } = texts[language];
  const { title, todo } = kinds[kindOf(status)];
  return pageText({
    language,
    title,
    path: '/',
    children: (
      <>
        <h1 class="ds-heading" data-size="lg">
          {title}
        </h1>
        {kindOf(status) === 'wrong' && <p class="ds-paragraph">{parts.title[language]}.</p>}
        <p class="ds-paragraph">{todo}</p>
        {status >= 500 && (
          <p class="ds-paragraph">
            {id}: <code>{requestId}</code>
          </p>
        )}
        <p>
          <a class="ds-link" href="/">
            {start}
          </a>
        </p>
      </>
    ),
  });
};
