import type { Explanation } from '@kull/kernel';
import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { get } from '../../api/client';
import { dayAndTime, plainDay } from '../../kit/dates';
import { Dialog } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { inLanguage, language } from '../../kit/texts';
import { areaWord, educationWord, physicianRoleWord } from '../assessing/fact-words';
import { evidenceWords, requirementWords } from './explanation-words';
import { impartialityWords } from './impartiality-words';
import type { RankingLine } from './ranking-data';
import { reasonText } from './reason';
import { quotaWords, statusWords, wishWords } from './words';

const t = inLanguage({
  nb: {
    title: 'Hvorfor',
    met: 'Oppfylt',
    not_met: 'Ikke oppfylt',
    waiting: 'Venter',
    order: 'Plass i rekkefølgen',
    wishes: 'Ønskene',
    needed: 'Hva skulle til?',
    points: 'poeng i kvote',
    inClass: 'i',
    orPlace: 'Eller én plass til i',
    onlyPlace: 'Én plass til i',
    nothing: 'Ingen endring i poeng, og ingen enkelt plass, hadde vært nok.',
    requirements: 'Krav og grunnlag',
    draw: 'Loddnummer er SHA-256 av frøet, kolon og søknadsnummeret; lavest går først.',
    due: 'frist',
    person: 'Papirer og brev',
  },
  nn: {
    title: 'Kvifor',
    met: 'Oppfylt',
    not_met: 'Ikkje oppfylt',
    waiting: 'Ventar',
    order: 'Plass i rekkjefølgja',
    wishes: 'Ønska',
    needed: 'Kva skulle til?',
    points: 'poeng i kvote',
    inClass: 'i',
    orPlace: 'Eller éin plass til i',
    onlyPlace: 'Éin plass til i',
    nothing: 'Inga endring i poeng, og ingen enkelt plass, hadde vore nok.',
    requirements: 'Krav og grunnlag',
    draw: 'Loddnummer er SHA-256 av frøet, kolon og søknadsnummeret; lågast går først.',
    due: 'frist',
    person: 'Papir og brev',
  },
  en: {
    title: 'Why',
    met: 'Met',
    not_met: 'Not met',
    waiting: 'Waiting',
    order: 'Place in the order',
    wishes: 'The wishes',
    needed: 'What would it take?',
    points: 'points in quota',
    inClass: 'in',
    orPlace: 'Or one more place in',
    onlyPlace: 'One more place in',
    nothing: 'No change of points, and no single place, would have been enough.',
    requirements: 'Requirements and evidence',
    draw: 'The lottery number is the SHA-256 of the seed, a colon and the application number; the lowest goes first.',
    due: 'due',
    person: 'Papers and letters',
  },
});

const signs = { met: '✓', not_met: '✗', waiting: '○' } as const;

type Requirement = Explanation['requirements'][number];

const said = inLanguage<Readonly<Record<string, string>>>({
  nb: { Y: 'ja', N: 'nei', ACCEPT: 'ja', DECLINE: 'nei' },
  nn: { Y: 'ja', N: 'nei', ACCEPT: 'ja', DECLINE: 'nei' },
  en: { Y: 'yes', N: 'no', ACCEPT: 'yes', DECLINE: 'no' },
});
const saidWord = (code: string): string => said[code] ?? code;

/** What a code of the file means, by what it is evidence of; all else is a number, a quota or a lottery number. */
const codeWords: Readonly<Record<string, (code: string) => string>> = {
  LEADER_ROLE: saidWord,
  PERSONNEL_RESPONSIBILITY: saidWord,
  BUDGET_RESPONSIBILITY: saidWord,
  LATE_ANSWER: saidWord,
  SERVICE_AREA: areaWord,
  HIGHEST_EDUCATION: educationWord,
  PHYSICIAN_ROLE: physicianRoleWord,
};

const valueText = (record: string, value: string | number | undefined): string => {
  if (value === undefined) return '';
  const text = String(value);
  const word = codeWords[record]?.(text) ?? quotaWords[text as keyof typeof quotaWords];
  if (word) return word;
  if (text.length === 64) return `${text.slice(0, 12)}…`;
  return language !== 'en' && /^\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
};

const evidenceText = ({ record, value, who, at }: Requirement['evidence'][number]): string =>
  [
    evidenceWords[record] ?? record,
    who,
    valueText(record, value as string | number | undefined),
    at && (at.length === 10 ? plainDay(at) : dayAndTime(at)),
  ]
    .filter(Boolean)
    .join(' ');

const Requirements = ({ explanation: { requirements } }: { readonly explanation: Explanation }) => (
  <ul class="requirements">
    {requirements.map(({ code, status, evidence, dueAt }, index) => (
      <li key={`${code}${index}`}>
        <span>
          <span aria-hidden="true">{signs[status]}</span>
          <span class="only-read">{t[status]}: </span>
        </span>
        <span>
          <strong>{requirementWords[code] ?? code}</strong> {evidence.map(evidenceText).join(', ')}
          {dueAt && `, ${t.due} ${dueAt.length === 10 ? plainDay(dueAt) : dayAndTime(dueAt)}`}
        </span>
      </li>
    ))}
  </ul>
);

const Needed = ({ line: { scoreNeeded, oneMorePlace, offer, holds, status } }: { readonly line: RankingLine }) => {
  if (status !== 'QUALIFIED' || offer || holds) return null;
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {t.needed}
      </h3>
      <p>
        {scoreNeeded &&
          `${scoreNeeded.score.replace('.', ',')} ${t.points} ${quotaWords[scoreNeeded.quota]}, ${t.inClass} ${scoreNeeded.class}. `}
        {oneMorePlace &&
          `${scoreNeeded ? t.orPlace : t.onlyPlace} ${oneMorePlace.class} (${quotaWords[oneMorePlace.quota]}).`}
        {!scoreNeeded && !oneMorePlace && t.nothing}
      </p>
    </>
  );
};

/** Who takes no part in the application, and where the office says so. */
const Impartial = ({ code, line: { applicationNo, disqualified } }: Omit<WhyProps, 'onClose'>) => (
  <p>
    {impartialityWords.inWhy}: {disqualified.length > 0 ? disqualified.join(', ') : impartialityWords.noneInWhy}.{' '}
    <Link
      class="ds-link"
      href={`/opptak/${encodeURIComponent(code)}/habilitet?soknad=${encodeURIComponent(applicationNo)}`}
    >
      {impartialityWords.declare}
    </Link>
  </p>
);

interface WhyProps {
  /** Of the intake. */
  readonly code: string;
  readonly line: RankingLine;
  readonly onClose: () => void;
}

/** Why an application stands where it stands: the order, the wishes, the requirements, and what it would have taken. */
export const Why = ({ code, line, onClose }: WhyProps) => {
  const explanation = useQuery({
    queryKey: ['admissions', 'explanation', line.id],
    queryFn: () => get<Explanation>(`/applications/${line.id}/explanation`),
  });
  return (
    <Dialog title={`${t.title}: ${line.name ?? line.applicationNo}`} onClose={onClose}>
      <p>
        {line.applicationNo} · {statusWords[line.status]} · {line.municipality.name} ·{' '}
        <Link class="ds-link" href={`/personer/${encodeURIComponent(line.applicationNo)}`}>
          {t.person}
        </Link>
      </p>
      {line.places.length > 0 && (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {t.order}
          </h3>
          <ul>
            {line.places.map((place) => (
              <li key={place.quota}>
                {quotaWords[place.quota]}: {place.position}. {reasonText(line, place)}
              </li>
            ))}
          </ul>
          {line.places.some(({ reason }) => reason === 'LOTTERY') && (
            <p class="hash">
              {t.draw} <code>{line.lotteryNumber}</code>
            </p>
          )}
          <h3 class="ds-heading" data-size="2xs">
            {t.wishes}
          </h3>
          <ol>
            {line.wishes.map(({ class: code, found = [] }) => (
              <li key={code}>
                {code}: {found.map(({ quota, outcome }) => `${wishWords[outcome]} (${quotaWords[quota]})`).join(', ')}
              </li>
            ))}
          </ol>
        </>
      )}
      <Needed line={line} />
      <h3 class="ds-heading" data-size="2xs">
        {t.requirements}
      </h3>
      <Loaded of={explanation}>{(data) => <Requirements explanation={data} />}</Loaded>
      <Impartial code={code} line={line} />
    </Dialog>
  );
};
