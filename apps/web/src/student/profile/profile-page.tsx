import type { Profile } from '@kull/people';
import { type Language, languageNames, languages } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { type NumberAnswer, NumberSection } from './number-section';
import { profileTexts } from './profile-texts';
import { readsTexts } from './reads-texts';

/** What became of a change of contact data. */
export type ContactAnswer = { readonly isSaved: true } | { readonly isSaved: false; readonly given: string };

export interface ProfileParts {
  readonly profile: Profile;
  /** Whether a course asks for the number. */
  readonly needsNumber: boolean;
  readonly number?: NumberAnswer;
  readonly contact?: ContactAnswer;
}

const Contact = ({
  language,
  profile,
  contact,
}: { language: Language } & Pick<ProfileParts, 'profile' | 'contact'>) => {
  const texts = profileTexts[language];
  const given = contact && !contact.isSaved ? contact.given : (profile.email ?? '');
  const isWrong = contact !== undefined && !contact.isSaved;
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {texts.contact}
      </h2>
      {contact && (
        <div
          class="ds-alert"
          id="epost-svar"
          data-color={isWrong ? 'warning' : 'success'}
          role={isWrong ? 'alert' : 'status'}
        >
          <p class="ds-paragraph">{isWrong ? texts.emailInvalid : texts.contactSaved}</p>
        </div>
      )}
      <form class="stack" method="post" action="/min-profil">
        <div class="look-up">
          <label class="ds-label" for="epost">
            {texts.email}
          </label>
          {profile.emailFault && !isWrong && (
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
            value={given}
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={isWrong ? 'epost-svar' : profile.emailFault ? 'epost-feil' : undefined}
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

/** S10: what we know of a student, and what the student mends. */
export const profilePage = (language: Language, viewer: Viewer, parts: ProfileParts): string => {
  const { profile, needsNumber, number, contact } = parts;
  const texts = profileTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/min-profil',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.title}
        </h1>
        <p class="ds-paragraph">
          {texts.name}: <strong>{`${profile.givenNames} ${profile.familyName}`}</strong>. {texts.wrongName}
        </p>
        {needsNumber && (
          <NumberSection
            language={language}
            {...(profile.hprNumber !== undefined && { hprNumber: profile.hprNumber })}
            {...(number && { answer: number })}
          />
        )}
        <Contact language={language} profile={profile} {...(contact && { contact })} />
        <section class="stack">
          <h2 class="ds-heading" data-size="sm">
            {texts.ownData}
          </h2>
          <p class="ds-paragraph">{texts.ownDataLead}</p>
          <p>
            <a class="ds-button" data-variant="secondary" href="/min-profil/mine-data.json">
              {texts.download}
            </a>
          </p>
          <p>
            <a class="ds-link" href="/min-profil/innsyn">
              {readsTexts[language].title}
            </a>
          </p>
        </section>
      </>
    ),
  });
};
