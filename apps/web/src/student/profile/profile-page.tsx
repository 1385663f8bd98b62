import type { Profile } from '@kull/people';
import type { Language } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { type ContactAnswer, ContactSection } from './contact-section';
import { type NumberAnswer, NumberSection } from './number-section';
import { profileTexts } from './profile-texts';
import { readsTexts } from './reads-texts';

export interface ProfileParts {
  readonly profile: Profile;
  /** Whether a course asks for the number. */
  readonly needsNumber: boolean;
  readonly number?: NumberAnswer;
  readonly contact?: ContactAnswer;
}

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
        <ContactSection language={language} profile={profile} {...(contact && { contact })} />
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
