import { useState } from 'preact/hooks';
import { byAlphabet, number } from '../../kit/dates';
import { useKeys } from '../../kit/keys';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { filtered, placeIn, type Quota, type RankingLine, type RankingView } from './ranking-data';
import { reasonText } from './reason';
import { Why } from './why';
import { quotaWords, statusWords } from './words';

const t = inLanguage({
  nb: {
    caption: 'Rangering',
    quota: 'Kvote',
    class: 'Klasse',
    municipality: 'Kommune',
    status: 'Status',
    ranked: 'Rangert i kvoten',
    all: 'Alle',
    search: 'Søk etter navn eller nummer',
    near: 'Bare grenseområdet (±5)',
    place: '#',
    applicant: 'Søker',
    applicationNo: 'Søknadsnummer',
    priority: 'Pri',
    score: 'Poeng',
    wishes: 'Ønsker',
    offer: 'Tilbud',
    why: 'Hvorfor',
    shown: 'vises',
    waits: '○ Venter',
    has: 'har',
    empty: 'Ingen søkere passer til valgene. Ta bort et av dem.',
  },
  nn: {
    caption: 'Rangering',
    quota: 'Kvote',
    class: 'Klasse',
    municipality: 'Kommune',
    status: 'Status',
    ranked: 'Rangert i kvoten',
    all: 'Alle',
    search: 'Søk etter namn eller nummer',
    near: 'Berre grenseområdet (±5)',
    place: '#',
    applicant: 'Søkjar',
    applicationNo: 'Søknadsnummer',
    priority: 'Pri',
    score: 'Poeng',
    wishes: 'Ønske',
    offer: 'Tilbod',
    why: 'Kvifor',
    shown: 'blir viste',
    waits: '○ Ventar',
    has: 'har',
    empty: 'Ingen søkjarar passar til vala. Ta bort eit av dei.',
  },
  en: {
    caption: 'Ranking',
    quota: 'Quota',
    class: 'Class',
    municipality: 'Municipality',
    status: 'Status',
    ranked: 'Ranked in the quota',
    all: 'All',
    search: 'Search name or number',
    near: 'Near the border only (±5)',
    place: '#',
    applicant: 'Applicant',
    applicationNo: 'Application number',
    priority: 'Pri',
    score: 'Points',
    wishes: 'Wishes',
    offer: 'Offer',
    why: 'Why',
    shown: 'shown',
    waits: '○ Waiting',
    has: 'has',
    empty: 'No applicants fit what is chosen. Take one choice away.',
  },
});

interface SelectProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string | undefined) => void;
}

const Select = ({ label, value = '', options, onChange }: SelectProps) => (
  <label class="ds-field">
    <span class="ds-label">{label}</span>
    <select class="ds-input" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}>
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

const offerText = ({ offer, holds, status, codes }: RankingLine): string => {
  if (offer) return `✓ ${offer.class}${holds && holds.class !== offer.class ? ` (${t.has} ${holds.class})` : ''}`;
  if (holds) return `✓ ${holds.class}`;
  return status === 'QUALIFIED' ? t.waits : `✗ ${statusWords[status]}: ${codes.join(', ')}`;
};

/** The list of a ranking with its filters, and why for each line (ux.md E2). */
export const RankingList = ({ ranking }: { readonly ranking: RankingView }) => {
  const [quota, setQuota] = useUrlState('kvote');
  const [code, setCode] = useUrlState('klasse');
  const [municipality, setMunicipality] = useUrlState('kommune');
  const [status, setStatus] = useUrlState('status');
  const [search, setSearch] = useUrlState('sok');
  const [near, setNear] = useUrlState('grense');
  const [opened, setOpened] = useState<RankingLine | undefined>(undefined);
  useKeys({ '/': () => document.querySelector<HTMLInputElement>('.filters input[type="search"]')?.focus() });
  const asked = (quota ?? 'GENERAL') as Quota;
  const shown = filtered(ranking, {
    quota: asked,
    class: code,
    municipality,
    search,
    status,
    nearBorder: near === 'ja',
  });
  const municipalities = [...new Map(ranking.lines.map((line) => [line.municipality.code, line.municipality.name]))];
  municipalities.sort(([, one], [, other]) => byAlphabet(one, other));
  const placeOf = (line: RankingLine) => line.places.find((place) => place.quota === asked);
  return (
    <>
      <search class="filters">
        <Select
          label={t.quota}
          value={asked}
          options={(['GENERAL', 'EARMARKED_PHYSICIAN'] as const).map((key) => [key, quotaWords[key]])}
          onChange={(value) => setQuota(value === 'GENERAL' ? undefined : value)}
        />
        <Select
          label={t.class}
          value={code}
          options={[['', t.all], ...ranking.classes.map((one) => [one.code, one.code] as const)]}
          onChange={setCode}
        />
        <Select
          label={t.municipality}
          value={municipality}
          options={[['', t.all], ...municipalities]}
          onChange={setMunicipality}
        />
        <Select
          label={t.status}
          value={status}
          options={[['', t.ranked], ...Object.entries(statusWords)]}
          onChange={setStatus}
        />
        <label class="ds-field">
          <span class="ds-label">{t.search}</span>
          <input
            class="ds-input"
            type="search"
            value={search ?? ''}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
        <label class="choice-line">
          <input
            class="ds-input"
            type="checkbox"
            checked={near === 'ja'}
            onChange={({ currentTarget }) => setNear(currentTarget.checked ? 'ja' : undefined)}
          />
          {t.near}
        </label>
      </search>
      <p role="status">
        {number(shown.length)} {t.shown}
      </p>
      <Table
        caption={t.caption}
        rows={shown}
        rowKey={({ id }) => id}
        onOpen={setOpened}
        empty={<p>{t.empty}</p>}
        tools={{
          name: `${t.caption} ${ranking.code}`,
          person: ({ id }) => ({ applicationId: id }),
          columnsOf: 'rangering',
        }}
        columns={[
          {
            key: 'plass',
            header: t.place,
            isNumber: true,
            sortBy: (line) => placeIn(line, asked) ?? 1e9,
            cell: (line) => placeIn(line, asked) ?? '–',
          },
          {
            key: 'navn',
            header: t.applicant,
            isName: true,
            sortBy: ({ name, applicationNo }) => name ?? applicationNo,
            file: [
              { value: ({ name, applicationNo }) => name ?? applicationNo },
              { title: t.applicationNo, value: ({ applicationNo }) => applicationNo },
            ],
            cell: ({ name, applicationNo }) => name ?? applicationNo,
          },
          {
            key: 'kommunenavn',
            header: t.municipality,
            sortBy: (line) => line.municipality.name,
            cell: (line) => line.municipality.name,
          },
          ...(asked === 'EARMARKED_PHYSICIAN'
            ? [{ key: 'pri', header: t.priority, isNumber: true, cell: ({ tier }: RankingLine) => tier ?? '' }]
            : []),
          {
            key: 'poeng',
            header: t.score,
            isNumber: true,
            sortBy: ({ score }) => Number(score ?? 0),
            file: [{ value: ({ score }) => (score === null ? null : Number(score)) }],
            cell: ({ score }) => score?.replace('.', ',') ?? '–',
          },
          {
            key: 'onsker',
            header: t.wishes,
            cell: ({ wishes }) => wishes.map((wish) => wish.class).join(' › '),
          },
          { key: 'tilbud', header: t.offer, cell: offerText },
          {
            key: 'hvorfor',
            header: t.why,
            file: [{ value: (line) => (line.places.length > 0 ? reasonText(line, placeOf(line)) : null) }],
            cell: (line) => (
              <button
                type="button"
                class="ds-button why-button"
                data-variant="tertiary"
                data-size="sm"
                aria-label={`${t.why}: ${line.name ?? line.applicationNo}`}
                onClick={() => setOpened(line)}
              >
                {line.places.length > 0 ? reasonText(line, placeOf(line)) : t.why}
              </button>
            ),
          },
        ]}
      />
      {opened && <Why code={ranking.code} line={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
};
