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
  readonly papers: string;
  readonly facts: string;
  readonly notYours: string;
  readonly partial: {
    readonly heading: string;
    readonly lead: string;
    readonly declare: string;
    readonly about: (no: string) => string;
    readonly consequence: string;
    readonly declared: (no: string) => string;
  };
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
    papers: 'Papirene viser hvem søkeren er. Kjenner du søkeren, så meld deg inhabil før du gir poeng.',
    facts: 'Det søknaden sier',
    notYours: 'Søknaden er ikke blant dem du kan vurdere.',
    partial: {
      heading: 'Du er inhabil',
      lead: 'Disse vurderer noen andre. Er noe feil, kan administrasjonen trekke meldingen tilbake.',
      declare: 'Jeg er inhabil',
      about: (no) => `Inhabil for ${no}`,
      consequence:
        'Du ser ikke søknaden mer, og poeng du har gitt den, teller ikke. En annen vurderer den. Bare administrasjonen kan trekke meldingen tilbake.',
      declared: (no) => `Du er meldt inhabil for ${no}.`,
    },
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
    papers: 'Papira viser kven søkjaren er. Kjenner du søkjaren, så meld deg inhabil før du gir poeng.',
    facts: 'Det søknaden seier',
    notYours: 'Søknaden er ikkje blant dei du kan vurdere.',
    partial: {
      heading: 'Du er inhabil',
      lead: 'Desse vurderer nokon andre. Er noko feil, kan administrasjonen trekkje meldinga tilbake.',
      declare: 'Eg er inhabil',
      about: (no) => `Inhabil for ${no}`,
      consequence:
        'Du ser ikkje søknaden meir, og poeng du har gitt han, tel ikkje. Ein annan vurderer han. Berre administrasjonen kan trekkje meldinga tilbake.',
      declared: (no) => `Du er meld inhabil for ${no}.`,
    },
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
    papers: 'The papers show who the applicant is. If you know them, declare it before you give points.',
    facts: 'What the application says',
    notYours: 'The application is not among those you can assess.',
    partial: {
      heading: 'You are disqualified',
      lead: 'Somebody else assesses these. If something is wrong, the office can take it back.',
      declare: 'I am partial',
      about: (no) => `Partial in ${no}`,
      consequence:
        'You do not see the application any more, and points you have given it do not count. Somebody else assesses it. Only the office can take this back.',
      declared: (no) => `You are disqualified from ${no}.`,
    },
  },
});
