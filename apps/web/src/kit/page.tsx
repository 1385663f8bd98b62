import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { type InLanguages, type Language, languageNames, languages } from './language';
import { styleAddress } from './style';

/** Who looks at a page. */
export interface Viewer {
  readonly name: string;
  /** Links of the main menu. */
  readonly menu: readonly { readonly href: string; readonly text: string }[];
  /** Of whoever looks at somebody else's page: whose it is, and the address at which they do. */
  readonly seeingAs?: { readonly name: string; readonly path: string };
}

interface PageParts {
  readonly language: Language;
  readonly title: string;
  /** The address of the page without a language, for the links to the others. */
  readonly path: string;
  /** Undefined: nobody is logged in. */
  readonly viewer?: Viewer;
  /** The address of a script that the page does without; its reply has to allow it. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

const texts: InLanguages<{
  readonly skip: string;
  readonly menu: string;
  readonly language: string;
  readonly logIn: string;
  readonly logOut: string;
  readonly seeingAs: (name: string) => string;
}> = {
  nb: {
    skip: 'Til innholdet',
    menu: 'Hovedmeny',
    language: 'Språk',
    logIn: 'Logg inn',
    logOut: 'Logg ut',
    seeingAs: (name) => `Du ser det ${name} ser. Du kan ikke endre noe, og det er ført at du har sett det.`,
  },
  nn: {
    skip: 'Til innhaldet',
    menu: 'Hovudmeny',
    language: 'Språk',
    logIn: 'Logg inn',
    logOut: 'Logg ut',
    seeingAs: (name) => `Du ser det ${name} ser. Du kan ikkje endre noko, og det er ført at du har sett det.`,
  },
  en: {
    skip: 'To the content',
    menu: 'Main menu',
    language: 'Language',
    logIn: 'Log in',
    logOut: 'Log out',
    seeingAs: (name) => `You see what ${name} sees. You can change nothing, and it is recorded that you have looked.`,
  },
};

const inLanguage = (path: string, language: Language): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

const Languages = ({ language, path }: Pick<PageParts, 'language' | 'path'>) => (
  <nav class="languages" aria-label={texts[language].language}>
    {languages.map((other) =>
      other === language ? (
        <span key={other} aria-current="true" lang={other}>
          {languageNames[other]}
        </span>
      ) : (
        <a key={other} class="ds-link" href={inLanguage(path, other)} hreflang={other} lang={other}>
          {languageNames[other]}
        </a>
      ),
    )}
  </nav>
);

const Header = ({ language, viewer, path }: Pick<PageParts, 'language' | 'viewer' | 'path'>) => {
  const { menu, logIn, logOut } = texts[language];
  const here = path.split('?')[0];
  return (
    <header class="frame">
      <a class="brand" href="/">
        <img src="/assets/kull.svg" alt="" width="32" height="32" /> Kull
      </a>
      {viewer && (
        <nav aria-label={menu}>
          {viewer.menu.map(({ href, text }) => (
            <a
              key={href}
              class="ds-link"
              href={href}
              aria-current={href === here && !viewer.seeingAs ? 'page' : undefined}
            >
              {text}
            </a>
          ))}
        </nav>
      )}
      <div class="viewer">
        {viewer ? (
          <>
            <span class="name">{viewer.name}</span>
            <form method="post" action="/logg-ut">
              <button type="submit" class="ds-button" data-variant="tertiary" data-size="sm">
                {logOut}
              </button>
            </form>
          </>
        ) : (
          here !== '/logg-inn' && (
            <a class="ds-link" href="/logg-inn">
              {logIn}
            </a>
          )
        )}
      </div>
    </header>
  );
};

/** A whole page in the house's frame. Works without a script. */
const Page = ({ language, title, path, viewer, script, children }: PageParts) => (
  <html lang={language} data-color-scheme="auto">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="same-origin" />
      <title>{`${title} – Kull`}</title>
      <link rel="icon" href="/assets/kull.svg" />
      <link rel="stylesheet" href={styleAddress} />
      {script && <script type="module" src={script} />}
    </head>
    <body data-size="md">
      <a class="ds-skip-link" href="#innhold">
        {texts[language].skip}
      </a>
      <Header language={language} viewer={viewer} path={path} />
      <main id="innhold">
        {viewer?.seeingAs && (
          <div class="ds-alert" data-color="warning" role="status">
            <p class="ds-paragraph">{texts[language].seeingAs(viewer.seeingAs.name)}</p>
          </div>
        )}
        {children}
      </main>
      <footer class="frame">
        <Languages language={language} path={viewer?.seeingAs?.path ?? path} />
      </footer>
    </body>
  </html>
);

/** The page as it goes out. */
export const pageText = (parts: PageParts): string => `<!doctype html>\n${render((<Page {...parts} />) as VNode)}`;
