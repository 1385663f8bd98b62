import { inLanguage } from '../../kit/texts';

interface Texts {
  readonly title: string;
  readonly intakes: string;
  readonly noIntakes: string;
  readonly wanted: Readonly<Record<'FIRST' | 'SECOND' | 'THIRD', string>>;
  readonly enough: string;
  readonly left: (n: number) => string;
  readonly intro: string;
  readonly views: { readonly mine: string; readonly third: string; readonly given: string; readonly all: string };
  readonly columns: Readonly<
    Record<'application' | 'area' | 'leads' | 'years' | 'education' | 'role' | 'wanted' | 'score', string>
  >;
  readonly responsibility: { readonly personnel: string; readonly budget: string; readonly none: string };
  readonly recommended: string;
  readonly ects: (n: string) => string;
  readonly scoreOf: (no: string) => string;
  readonly save: (n: number) => string;
  readonly saved: (n: number) => string;
  readonly whole: string;
  readonly none: string;
  readonly unknown: string;
}

export const t = inLanguage<Texts>({
  nb: {
    title: 'Vurdering',
    intakes: 'Opptak',
    noIntakes: 'Det er ingen opptak å vurdere i.',
    wanted: { FIRST: 'første vurdering', SECOND: 'andre vurdering', THIRD: 'tredje vurdering' },
    enough: 'har nok vurderinger',
    left: (n) =>
      n === 0
        ? 'Ingen søknader venter på poeng fra deg.'
        : n === 1
          ? '1 søknad kan få poeng av deg.'
          : `${n} søknader kan få poeng av deg.`,
    intro:
      'Gi hver søknad 0 til 100 hele poeng. To vurderer hver for seg, og du ser ikke hva andre gir. Er de to for langt fra hverandre, trengs en tredje. Du kan endre poengene dine til opptaket er rangert ferdig.',
    views: { mine: 'Venter', third: 'Trenger en tredje', given: 'Dine', all: 'Alle' },
    columns: {
      application: 'Søknad',
      area: 'Tjeneste',
      leads: 'Ansvar',
      years: 'Års erfaring',
      education: 'Utdanning',
      role: 'Lege',
      wanted: 'Mangler',
      score: 'Dine poeng',
    },
    responsibility: { personnel: 'personal', budget: 'budsjett', none: 'ingen' },
    recommended: 'anbefalt',
    ects: (n) => `${n} studiepoeng`,
    scoreOf: (no) => `Poeng til ${no}`,
    save: (n) => `Lagre ${n} ${n === 1 ? 'vurdering' : 'vurderinger'}`,
    saved: (n) => (n === 1 ? '1 vurdering er lagret.' : `${n} vurderinger er lagret.`),
    whole: 'Poeng er hele tall fra 0 til 100.',
    none: 'Ingen søknader her.',
    unknown: 'Opptaket finnes ikke.',
  },
  nn: {
    title: 'Vurdering',
    intakes: 'Opptak',
    noIntakes: 'Det er ingen opptak å vurdere i.',
    wanted: { FIRST: 'første vurdering', SECOND: 'andre vurdering', THIRD: 'tredje vurdering' },
    enough: 'har nok vurderingar',
    left: (n) =>
      n === 0
        ? 'Ingen søknader ventar på poeng frå deg.'
        : n === 1
          ? '1 søknad kan få poeng av deg.'
          : `${n} søknader kan få poeng av deg.`,
    intro:
      'Gi kvar søknad 0 til 100 heile poeng. To vurderer kvar for seg, og du ser ikkje kva andre gir. Er dei to for langt frå kvarandre, trengst ein tredje. Du kan endre poenga dine til opptaket er rangert ferdig.',
    views: { mine: 'Ventar', third: 'Treng ein tredje', given: 'Dine', all: 'Alle' },
    columns: {
      application: 'Søknad',
      area: 'Teneste',
      leads: 'Ansvar',
      years: 'Års erfaring',
      education: 'Utdanning',
      role: 'Lege',
      wanted: 'Manglar',
      score: 'Poenga dine',
    },
    responsibility: { personnel: 'personal', budget: 'budsjett', none: 'ingen' },
    recommended: 'tilrådd',
    ects: (n) => `${n} studiepoeng`,
    scoreOf: (no) => `Poeng til ${no}`,
    save: (n) => `Lagre ${n} ${n === 1 ? 'vurdering' : 'vurderingar'}`,
    saved: (n) => (n === 1 ? '1 vurdering er lagra.' : `${n} vurderingar er lagra.`),
    whole: 'Poeng er heile tal frå 0 til 100.',
    none: 'Ingen søknader her.',
    unknown: 'Opptaket finst ikkje.',
  },
  en: {
    title: 'Assessment',
    intakes: 'Intakes',
    noIntakes: 'There is no intake to assess in.',
    wanted: { FIRST: 'first assessment', SECOND: 'second assessment', THIRD: 'third assessment' },
    enough: 'has enough assessments',
    left: (n) =>
      n === 0
        ? 'No application waits for points from you.'
        : n === 1
          ? '1 application can get points from you.'
          : `${n} applications can get points from you.`,
    intro:
      'Give each application 0 to 100 whole points. Two assess it, each alone, and you do not see what others give. When the two are too far apart, a third is needed. You can change your points until the intake has been ranked for good.',
    views: { mine: 'Waiting', third: 'Needs a third', given: 'Yours', all: 'All' },
    columns: {
      application: 'Application',
      area: 'Service',
      leads: 'Responsible for',
      years: 'Years of experience',
      education: 'Education',
      role: 'Physician',
      wanted: 'Lacks',
      score: 'Your points',
    },
    responsibility: { personnel: 'personnel', budget: 'budget', none: 'none' },
    recommended: 'recommended',
    ects: (n) => `${n} ECTS credits`,
    scoreOf: (no) => `Points for ${no}`,
    save: (n) => `Save ${n} ${n === 1 ? 'assessment' : 'assessments'}`,
    saved: (n) => (n === 1 ? '1 assessment is saved.' : `${n} assessments are saved.`),
    whole: 'Points are whole numbers from 0 to 100.',
    none: 'No applications here.',
    unknown: 'There is no such intake.',
  },
});
