import type { OwnDoorCode } from '@kull/attendance';
import type { InLanguages, Language } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { scriptAddress } from '../../shell/built-app';

interface DoorCodeTexts {
  readonly title: string;
  readonly picture: (classCode: string) => string;
  readonly bright: string;
  readonly none: string;
  readonly others: string;
  readonly back: string;
}

const texts: InLanguages<DoorCodeTexts> = {
  nb: {
    title: 'Min QR',
    picture: (classCode) => `QR-koden din for ${classCode}. Den skannes ved døra.`,
    bright: 'Vis koden ved døra. Skru opp lysstyrken hvis den ikke leses. Siden virker også uten nett.',
    none: 'Du har ingen kode ennå. Den kommer når klassen din er satt opp.',
    others: 'Andre klasser',
    back: 'Til Hjem',
  },
  nn: {
    title: 'Min QR',
    picture: (classCode) => `QR-koden din for ${classCode}. Han blir skanna ved døra.`,
    bright: 'Vis koden ved døra. Skru opp lysstyrken om han ikkje blir lesen. Sida verkar òg utan nett.',
    none: 'Du har ingen kode enno. Han kjem når klassen din er sett opp.',
    others: 'Andre klassar',
    back: 'Til Heim',
  },
  en: {
    title: 'My QR',
    picture: (classCode) => `Your QR code for ${classCode}. It is scanned at the door.`,
    bright:
      'Show the code at the door. Turn up the brightness if it is not read. The page works without a network too.',
    none: 'You have no code yet. It appears when your class has been set up.',
    others: 'Other classes',
    back: 'To Home',
  },
};

const dataUrl = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

const Code = ({ language, viewer, code }: { language: Language; viewer: Viewer; code: OwnDoorCode }) => {
  const { picture, bright } = texts[language];
  return (
    <figure class="door-code">
      <img src={dataUrl(code.pictureIn(language))} alt={picture(code.classCode)} width="320" height="320" />
      <figcaption class="stack">
        <p class="answer">
          {viewer.name} <span class="whole">· {code.classCode}</span>
        </p>
        <p class="ds-paragraph">{bright}</p>
      </figcaption>
    </figure>
  );
};

/** S3: the code that is shown at the door, as large as the screen lets it be. */
export const doorCodePage = (
  language: Language,
  viewer: Viewer,
  code: OwnDoorCode | undefined,
  others: readonly OwnDoorCode[],
): string => {
  const { title, none, others: otherClasses, back } = texts[language];
  return pageText({
    language,
    title,
    path: '/min-qr',
    viewer,
    script: scriptAddress('app/code/keep-code.ts'),
    children: (
      <>
        <h1 class="ds-heading" data-size="sm">
          {title}
        </h1>
        {code ? <Code language={language} viewer={viewer} code={code} /> : <p class="ds-paragraph">{none}</p>}
        {others.length > 0 && (
          <nav class="acts" aria-label={otherClasses}>
            {others.map(({ classId, classCode }) => (
              <a key={classId} class="ds-link" href={`/min-qr?klasse=${encodeURIComponent(classId)}`}>
                {classCode}
              </a>
            ))}
          </nav>
        )}
        <p>
          <a class="ds-link" href="/">
            {back}
          </a>
        </p>
      </>
    ),
  });
};
