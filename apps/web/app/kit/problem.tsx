import { ApiProblem, NoAnswer } from '../api/problem';
import { inLanguage } from './texts';

const t = inLanguage({
  nb: {
    noAnswer: 'Tjenesten svarer ikke.',
    noAnswerTodo: 'Ingenting er endret. Se om du har nett, og prøv igjen.',
    fault: 'Noe gikk galt hos oss.',
    faultTodo: 'Prøv igjen om litt. Meld fra hvis det skjer igjen, og oppgi',
    changed: 'Noen andre har endret dette siden du åpnet det.',
    changedTodo: 'Det du ser nå, er hentet på nytt. Se over det, og prøv igjen.',
    retry: 'Prøv igjen',
  },
  nn: {
    noAnswer: 'Tenesta svarar ikkje.',
    noAnswerTodo: 'Ingenting er endra. Sjå om du har nett, og prøv igjen.',
    fault: 'Noko gjekk gale hos oss.',
    faultTodo: 'Prøv igjen om litt. Meld frå om det skjer igjen, og oppgje',
    changed: 'Nokon andre har endra dette sidan du opna det.',
    changedTodo: 'Det du ser no, er henta på nytt. Sjå over det, og prøv igjen.',
    retry: 'Prøv igjen',
  },
  en: {
    noAnswer: 'The service does not answer.',
    noAnswerTodo: 'Nothing has been changed. Look whether you are online, and try again.',
    fault: 'Something went wrong on our side.',
    faultTodo: 'Try again in a moment. Tell us if it happens again, and quote',
    changed: 'Somebody else has changed this since you opened it.',
    changedTodo: 'What you see now has been fetched anew. Look it over, and try again.',
    retry: 'Try again',
  },
});

const Words = ({ error }: { readonly error: Error }) => {
  if (error instanceof NoAnswer)
    return (
      <>
        <strong>{t.noAnswer}</strong> <span>{t.noAnswerTodo}</span>
      </>
    );
  if (!(error instanceof ApiProblem) || error.status >= 500)
    return (
      <>
        <strong>{t.fault}</strong> {t.faultTodo}{' '}
        <code>{error instanceof ApiProblem ? error.body.instance : error.name}</code>
      </>
    );
  if (error.status === 412)
    return (
      <>
        <strong>{t.changed}</strong> <span>{t.changedTodo}</span>
      </>
    );
  const { title, detail, errors } = error.body;
  return (
    <>
      <strong>{title}.</strong> {detail && <span>{detail}</span>}
      {errors && (
        <ul class="ds-list">
          {errors.slice(0, 10).map(({ pointer, code, detail: what }) => (
            <li key={`${pointer}${code}`}>
              {what} <code>{pointer}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** What went wrong, what is saved, and what to do. Takes the words of the API's problem where it has some. */
export const ProblemNote = ({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) => (
  <div class="ds-alert" data-color="danger" role="alert">
    <Words error={error} />
    {onRetry && (
      <p>
        <button type="button" class="ds-button" data-variant="secondary" onClick={onRetry}>
          {t.retry}
        </button>
      </p>
    )}
  </div>
);
