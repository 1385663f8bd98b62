import type { LoginRefusal, LoginSettings } from '@kull/access';
import type { Language } from '../kit/language';
import { pageText } from '../kit/page';
import { scriptAddress } from '../shell/built-app';
import { loginTexts } from './login-texts';

export interface LoginPageParts {
  readonly language: Language;
  readonly logins: readonly LoginSettings[];
  /** The page that was asked for. */
  readonly returnTo?: string;
  readonly refusal?: LoginRefusal;
  /** Somebody has just logged out, of a session that began in this way where it is known. */
  readonly loggedOut?: { readonly of?: string };
}

const wayIn = (id: string, language: Language, returnTo: string | undefined): string =>
  `/logg-inn/${id}?${new URLSearchParams({ lang: language, ...(returnTo !== undefined && { til: returnTo }) })}`;

/** The ways in, and why the last one did not lead in (T0). */
export const loginPage = ({ language, logins, returnTo, refusal, loggedOut }: LoginPageParts): string => {
  const texts = loginTexts[language];
  const path = returnTo === undefined ? '/logg-inn' : `/logg-inn?${new URLSearchParams({ til: returnTo })}`;
  return pageText({
    language,
    title: texts.title,
    path,
    script: scriptAddress('app/code/forget-code.ts'),
    children: (
      <>
        {refusal && (
          <div class="ds-alert" data-color="warning" role="alert">
            <p class="ds-paragraph">{texts.refusals[refusal]}</p>
          </div>
        )}
        {loggedOut && (
          <div class="ds-alert" data-color="success" role="status">
            <p class="ds-paragraph">{texts.out}</p>
            {loggedOut.of && (
              <p class="ds-paragraph">
                <a class="ds-link" href={`/logg-inn/${loggedOut.of}/ut`}>
                  {texts.outThere}
                </a>
              </p>
            )}
          </div>
        )}
        <h1 class="ds-heading" data-size="lg">
          {texts.title}
        </h1>
        <p class="ds-paragraph">{logins.length > 0 ? texts.lead : texts.none}</p>
        <ul class="ways">
          {logins.map(({ id, names }, at) => (
            <li key={id}>
              <a
                class="ds-button"
                data-variant={at === 0 ? 'primary' : 'secondary'}
                href={wayIn(id, language, returnTo)}
              >
                {texts.with(names[language])}
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
};
