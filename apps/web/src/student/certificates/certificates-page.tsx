import { type OwnCertificate, type OwnShare, SHARE_DAYS } from '@kull/certificates';
import { localDateInOslo, writtenDay } from '@kull/kernel';
import { type Language, numberText } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { certificatesTexts } from './certificates-texts';

const dayText = (language: Language, at: string): string => writtenDay(language, localDateInOslo(at));

const DEFAULT_DAYS = 30;

const ShareForm = ({
  language,
  certificate,
  formId,
}: {
  language: Language;
  certificate: OwnCertificate;
  formId: string;
}) => {
  const texts = certificatesTexts[language];
  const { number } = certificate;
  return (
    <details class="ds-details" open={certificate.shares.length > 0}>
      <summary>
        {texts.share}
        <span class="ds-sr-only"> {number}</span>
      </summary>
      <div class="stack">
        <p class="ds-paragraph">{texts.shareLead}</p>
        <form class="stack" method="post" action={`/kursbevis/${number}/lenker`}>
          <input type="hidden" name="skjema" value={formId} />
          <fieldset class="ds-fieldset">
            <legend class="ds-label">{texts.lasts}</legend>
            {SHARE_DAYS.map((days) => (
              <label key={days} class="ds-label choice" data-weight="regular" for={`dager-${number}-${days}`}>
                <input
                  class="ds-input"
                  type="radio"
                  id={`dager-${number}-${days}`}
                  name="dager"
                  value={days}
                  checked={days === DEFAULT_DAYS}
                />
                {texts.days(days)}
              </label>
            ))}
          </fieldset>
          <div class="look-up">
            <label class="ds-label" for={`til-${number}`}>
              {texts.recipient}
            </label>
            <p class="ds-paragraph hint" id={`til-${number}-hint`}>
              {texts.recipientHint}
            </p>
            <input
              class="ds-input"
              id={`til-${number}`}
              name="til"
              maxlength={200}
              autocomplete="off"
              aria-describedby={`til-${number}-hint`}
            />
          </div>
          <button class="ds-button" type="submit">
            {texts.makeLink}
            <span class="ds-sr-only"> {number}</span>
          </button>
        </form>
        {certificate.shares.length > 0 && (
          <section class="stack">
            <h3 class="ds-heading" data-size="2xs">
              {texts.links}
            </h3>
            <ul class="plain">
              {certificate.shares.map((share) => (
                <Share key={share.id} language={language} number={number} share={share} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </details>
  );
};

const Share = ({ language, number, share }: { language: Language; number: string; share: OwnShare }) => {
  const texts = certificatesTexts[language];
  const { id, isOpen, sharedAt, expiresAt, opens, recipient } = share;
  const parts = [
    texts.made(dayText(language, sharedAt)),
    ...(recipient === undefined ? [] : [texts.for(recipient)]),
    ...(isOpen ? [texts.until(dayText(language, expiresAt))] : []),
    texts.opens(opens),
  ];
  return (
    <li class="headline">
      <span>
        <span class="ds-tag" data-color={isOpen ? 'success' : 'neutral'}>
          {texts.link[isOpen ? 'open' : 'closed']}
        </span>{' '}
        {parts.join(', ')}
      </span>
      {isOpen && (
        <form method="post" action={`/kursbevis/${number}/lenker/${id}/ut-av-bruk`}>
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {texts.revoke}
            <span class="ds-sr-only"> {parts.join(', ')}</span>
          </button>
        </form>
      )}
    </li>
  );
};

const Certificate = ({
  language,
  certificate,
  formId,
}: {
  language: Language;
  certificate: OwnCertificate;
  formId: string;
}) => {
  const texts = certificatesTexts[language];
  const { number, isValid, courseTitle, classCode, completionDate, coursePoints, version, at } = certificate;
  const day = dayText(language, at);
  return (
    <section class="ds-card" data-color={isValid ? 'neutral' : 'danger'}>
      <div class="ds-card__block stack">
        <div class="headline">
          <h2 class="ds-heading" data-size="xs">
            {courseTitle} <span class="whole">· {classCode}</span>
          </h2>
          <span class="ds-tag" data-color={isValid ? 'success' : 'danger'}>
            <span aria-hidden="true">{isValid ? '✓' : '✗'}&nbsp;</span>
            {texts.status[isValid ? 'valid' : 'revoked']}
          </span>
        </div>
        <p class="ds-paragraph">
          {isValid && texts.states(numberText(language, coursePoints), writtenDay(language, completionDate))}{' '}
          {isValid ? texts.issued(day, version) : texts.withdrawn(day)}
        </p>
        <p class="ds-paragraph">
          {texts.number}: <code class="whole">{number}</code>
        </p>
        {isValid && (
          <>
            <p class="acts">
              <a class="ds-button" data-color="accent" href={`/kursbevis/${number}/pdf`}>
                {texts.pdf}
                <span class="ds-sr-only"> {number}</span>
              </a>
              <a
                class="ds-button"
                data-color="accent"
                data-variant="secondary"
                href={`/kursbevis/${number}/open-badge`}
              >
                {texts.badge}
                <span class="ds-sr-only"> {number}</span>
              </a>
            </p>
            <ShareForm language={language} certificate={certificate} formId={formId} />
          </>
        )}
        <p>
          <a class="ds-link" href={`/v/${number}?lang=${language}`}>
            {texts.check}
            <span class="ds-sr-only"> {number}</span>
          </a>
        </p>
      </div>
    </section>
  );
};

/** S9: own certificates, each with its file a tap away, and the links by which they are shown. */
export const certificatesPage = (
  language: Language,
  viewer: Viewer,
  certificates: readonly OwnCertificate[],
  formId: string,
): string => {
  const texts = certificatesTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/kursbevis',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        {certificates.length === 0 && <p class="ds-paragraph">{texts.none}</p>}
        {certificates.map((one) => (
          <Certificate key={one.number} language={language} certificate={one} formId={`${formId}-${one.number}`} />
        ))}
      </>
    ),
  });
};
