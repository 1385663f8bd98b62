import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useKeys } from '../kit/keys';
import { type InLanguages, inLanguage, language } from '../kit/texts';
import { type Room, roomsOf } from '../rooms';
import { type Appearance, chosenAppearance, nextAppearance } from './appearance';
import { KeysHelp } from './keys-help';
import { LogOut } from './log-out';
import { useStaff } from './staff';

const t = inLanguage({
  nb: { skip: 'Til innholdet', menu: 'Hovedmeny', language: 'Språk', keys: 'Taster', api: 'API' },
  nn: { skip: 'Til innhaldet', menu: 'Hovudmeny', language: 'Språk', keys: 'Tastar', api: 'API' },
  en: { skip: 'To the content', menu: 'Main menu', language: 'Language', keys: 'Keys', api: 'API' },
});

const appearances: InLanguages<Readonly<Record<Appearance, string>>> = {
  nb: { auto: '◐ Som maskinen', light: '☀ Lyst', dark: '☾ Mørkt' },
  nn: { auto: '◐ Som maskina', light: '☀ Lyst', dark: '☾ Mørkt' },
  en: { auto: '◐ As the machine', light: '☀ Light', dark: '☾ Dark' },
};

const languages: InLanguages<string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

const Menu = ({ rooms }: { readonly rooms: readonly Room[] }) => {
  const [path] = useLocation();
  const isHere = (href: string): boolean =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <nav class="menu" aria-label={t.menu}>
      {rooms.map(({ href, name, isApart }) =>
        isApart ? (
          <a key={href} class="ds-link" href={href}>
            {inLanguage(name)}
          </a>
        ) : (
          <Link key={href} class="ds-link" href={href} aria-current={isHere(href) ? 'page' : undefined}>
            {inLanguage(name)}
          </Link>
        ),
      )}
    </nav>
  );
};

const Languages = () => {
  const [path] = useLocation();
  return (
    <nav class="languages" aria-label={t.language}>
      {Object.entries(languages).map(([code, name]) =>
        code === language ? (
          <span key={code} aria-current="true" lang={code}>
            {name}
          </span>
        ) : (
          <a key={code} class="ds-link" href={`${path}?lang=${code}`} hreflang={code} lang={code}>
            {name}
          </a>
        ),
      )}
    </nav>
  );
};

const AppearanceButton = () => {
  const [appearance, setAppearance] = useState(chosenAppearance());
  return (
    <button type="button" class="ds-button" data-variant="tertiary" onClick={() => setAppearance(nextAppearance())}>
      {inLanguage(appearances)[appearance]}
    </button>
  );
};

/** What stands around every screen: the way to the others, who works here, and how it looks. */
export const Frame = ({
  search,
  children,
}: {
  readonly search: ComponentChildren;
  readonly children: ComponentChildren;
}) => {
  const [, navigate] = useLocation();
  const [isHelping, setHelping] = useState(false);
  const { name, roles } = useStaff();
  const rooms = roomsOf(roles);
  useKeys({
    ...Object.fromEntries(
      rooms.map(({ key, href, isApart }) => [
        `g ${key}`,
        () => (isApart ? globalThis.location.assign(href) : navigate(href)),
      ]),
    ),
    '?': () => setHelping(true),
  });
  return (
    <>
      <a class="ds-skip-link" href="#innhold">
        {t.skip}
      </a>
      <header class="frame app-head">
        <Link class="brand" href={rooms[0]?.href ?? '/'}>
          <img src="/assets/kull.svg" alt="" width="28" height="28" /> Kull
        </Link>
        <Menu rooms={rooms} />
        <div class="viewer">
          {search}
          <span>{name}</span>
          <LogOut />
        </div>
      </header>
      <main id="innhold">{children}</main>
      <footer class="frame">
        <Languages />
        <AppearanceButton />
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => setHelping(true)}>
          {t.keys} <kbd>?</kbd>
        </button>
        <a class="ds-link" href="/api/docs">
          {t.api}
        </a>
      </footer>
      {isHelping && <KeysHelp rooms={rooms} onClose={() => setHelping(false)} />}
    </>
  );
};
