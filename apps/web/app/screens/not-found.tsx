import { Link } from 'wouter-preact';
import { Page } from '../kit/page';
import { inLanguage } from '../kit/texts';

const t = inLanguage({
  nb: { title: 'Siden finnes ikke', why: 'Kanskje er adressen feil.', start: 'Til oversikten' },
  nn: { title: 'Sida finst ikkje', why: 'Kanskje er adressa feil.', start: 'Til oversikta' },
  en: { title: 'There is no such page', why: 'The address may be wrong.', start: 'To the overview' },
});

/** What an address shows that nothing is at. */
export const NotFound = () => (
  <Page title={t.title}>
    <p class="ds-paragraph">{t.why}</p>
    <Link class="ds-link" href="/">
      {t.start}
    </Link>
  </Page>
);
