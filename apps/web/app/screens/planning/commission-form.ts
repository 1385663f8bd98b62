import type { CohortLine } from './plan-data';

/** What somebody has typed of a commission, as it stands in the address of the draft. */
export interface SaidCommission {
  readonly bestiller: string;
  readonly orgnr: string;
  readonly kommune: string;
  /** The programme's code. */
  readonly studium: string;
  readonly studiepoeng: string;
  readonly klasser: string;
  readonly plasser: string;
  readonly sted: string;
  readonly begynner: string;
  readonly slutter: string;
  /** The cohort whose titles and lengths it takes; empty: the suggested calendar. */
  readonly mal: string;
}

export const emptyCommission: SaidCommission = {
  bestiller: '',
  orgnr: '',
  kommune: '',
  studium: '',
  studiepoeng: '30',
  klasser: '1',
  plasser: '30',
  sted: '',
  begynner: '',
  slutter: '',
  mal: '',
};

/** Programmes that cohorts have been planned of, each once, the newest title first. */
export const programmesOf = (
  cohorts: readonly CohortLine[],
): readonly { readonly code: string; readonly title: string }[] => [
  ...new Map(cohorts.map(({ programme: code, title }) => [code, { code, title }] as const)).values(),
];

/** Whether the days are in order. */
export const isInOrder = ({ begynner, slutter }: Pick<SaidCommission, 'begynner' | 'slutter'>): boolean =>
  begynner === '' || slutter === '' || begynner <= slutter;

/** How the API is told what to make a draft from, as the address says it. */
export const commissionSource = (code: string, search: URLSearchParams): object => {
  const said = (key: keyof SaidCommission | 'tittel'): string => search.get(key) ?? '';
  const mal = said('mal');
  return {
    commission: {
      code,
      municipalityCode: said('kommune'),
      commissionedBy: { name: said('bestiller'), orgNumber: said('orgnr') },
      programme: { code: said('studium'), title: said('tittel') },
      ectsCredits: Number(said('studiepoeng')),
      classes: Number(said('klasser')),
      class: {
        code: `${code}-1`,
        site: said('sted'),
        capacity: Number(said('plasser')),
        startsOn: said('begynner'),
        endsOn: said('slutter'),
      },
    },
    ...(mal && { cohort: mal }),
  };
};
