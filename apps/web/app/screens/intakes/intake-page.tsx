import type { ComponentChildren } from 'preact';
import { Link, useLocation, useParams } from 'wouter-preact';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';
import { type IntakeView, useIntake } from './intake-data';
import './intakes.css';

const t = inLanguage({
  nb: {
    intakes: 'Opptak',
    parts: 'Deler av opptaket',
    overview: 'Oversikt',
    applications: 'Søknader',
    impartiality: 'Habilitet',
    ranking: 'Rangering',
    rounds: 'Runder',
    none: 'Det finnes ikke noe opptak med den koden.',
    toList: 'Til alle opptak',
  },
  nn: {
    intakes: 'Opptak',
    parts: 'Delar av opptaket',
    overview: 'Oversyn',
    applications: 'Søknader',
    impartiality: 'Habilitet',
    ranking: 'Rangering',
    rounds: 'Rundar',
    none: 'Det finst ikkje noko opptak med den koden.',
    toList: 'Til alle opptak',
  },
  en: {
    intakes: 'Intakes',
    parts: 'Parts of the intake',
    overview: 'Overview',
    applications: 'Applications',
    impartiality: 'Impartiality',
    ranking: 'Ranking',
    rounds: 'Rounds',
    none: 'There is no intake with that code.',
    toList: 'To all intakes',
  },
});

const Parts = ({ code }: { readonly code: string }) => {
  const [path] = useLocation();
  const at = `/opptak/${code}`;
  const parts = [
    [at, t.overview],
    [`${at}/soknader`, t.applications],
    [`${at}/habilitet`, t.impartiality],
    [`${at}/rangering`, t.ranking],
    [`${at}/runder`, t.rounds],
  ] as const;
  return (
    <nav class="intake-parts" aria-label={t.parts}>
      {parts.map(([href, name]) => (
        <Link key={href} class="ds-link" href={href} aria-current={path === href ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
};

interface IntakePageProps {
  readonly title: string;
  readonly children: (intake: IntakeView) => ComponentChildren;
}

/** A screen of one intake: the way to its other parts, and the intake once it is there. */
export const IntakePage = ({ title, children }: IntakePageProps) => {
  const { code: inAddress = '' } = useParams<{ code: string }>();
  const code = decodeURIComponent(inAddress);
  const intake = useIntake(code);
  return (
    <Page
      title={`${code}: ${title}`}
      trail={
        <Link class="ds-link" href="/opptak">
          {t.intakes}
        </Link>
      }
    >
      <Parts code={code} />
      <Loaded of={intake}>
        {(found) =>
          found ? (
            children(found)
          ) : (
            <div class="empty">
              <p>{t.none}</p>
              <Link class="ds-link" href="/opptak">
                {t.toList}
              </Link>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
};
