import type { ContactRejection, Profile } from '@kull/people';
import { type Language, languageNames, languages } from '../../kit/language';
import { profileTexts } from './profile-texts';

/** What became of a change of contact data. */
export type ContactAnswer =
  | { readonly isSaved: true }
  | {
      readonly isSaved: false;
      readonly refused: ContactRejection['code'];
      readonly email: string;
      readonly workplace?: string;
    };

interface ContactProps {
  readonly language: Language;
  readonly profile: Profile;
  readonly contact?: ContactAnswer;
}

/** How a student is reached and where they work, for them to change. */
export const ContactSection = ({ language, profile, contact }: ContactProps) => {
  const texts = profileTexts[language];
  const refused = contact && !contact.isSaved ? contact : undefined;
  const isWrong = (code: ContactRejection['code']) => refused?.refused === code;
  const emailNote = isWrong('EMAIL_INVALID') ? 'kontakt-svar' : profile.emailFault ? 'epost-feil' : undefined;
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {texts.contact}
      </h2>
      {contact && (
        <div
          class="ds-alert"
          id="kontakt-svar"
          data-color={refused ? 'warning' : 'success'}
          role={refused ? 'alert' : 'status'}
        >
          <p class="ds-paragraph">{refused ? texts.refused[refused.refused] : texts.contactSaved}</p>
        </div>
      )}
      <form class="stack" method="post" action="/min-profil">
        <div class="look-up">
          <label class="ds-label" for="epost">
            {texts.email}
          </label>
          {profile.emailFault && !refused && (
            <p class="ds-paragraph" id="epost-feil">
              <span aria-hidden="true">⚠ </span>
              {texts.emailFault}
            </p>
          )}
          <input
            class="ds-input"
            type="email"
            id="epost"
            name="epost"
            maxlength={254}
            autocomplete="email"
            value={refused?.email ?? profile.email ?? ''}
            aria-invalid={isWrong('EMAIL_INVALID') ? 'true' : undefined}
            aria-describedby={emailNote}
          />
        </div>
        <div class="look-up">
          <label class="ds-label" for="arbeidssted">
            {texts.workplace}
          </label>
          <p class="ds-paragraph hint" id="arbeidssted-hint">
            {texts.workplaceHint}
          </p>
          <input
            class="ds-input"
            id="arbeidssted"
            name="arbeidssted"
            maxlength={120}
            autocomplete="organization"
            value={refused?.workplace ?? profile.workplace ?? ''}
            aria-invalid={isWrong('WORKPLACE_TOO_LONG') ? 'true' : undefined}
            aria-describedby={isWrong('WORKPLACE_TOO_LONG') ? 'kontakt-svar' : 'arbeidssted-hint'}
          />
        </div>
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{texts.language}</legend>
          {languages.map((one) => (
            <label key={one} class="ds-label choice" data-weight="regular" for={`sprak-${one}`}>
              <input
                class="ds-input"
                type="radio"
                id={`sprak-${one}`}
                name="sprak"
                value={one}
                checked={profile.language === one}
              />
              <span lang={one}>{languageNames[one]}</span>
            </label>
          ))}
        </fieldset>
        <button class="ds-button" type="submit">
          {texts.saveContact}
        </button>
      </form>
    </section>
  );
};
