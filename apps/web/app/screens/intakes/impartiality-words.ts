import { inLanguage } from '../../kit/texts';

/** What the office reads and does about assessors who are partial. */
export const impartialityWords = inLanguage({
  nb: {
    title: 'Habilitet',
    lead: 'En inhabil vurderer ser ikke søknaden, og poeng fra vurdereren teller ikke. Gi vurderingen til en annen.',
    none: 'Inhabile: ingen meldt.',
    columns: {
      application: 'Søknad',
      assessor: 'Inhabil',
      ground: 'Hvorfor',
      declared: 'Meldt',
      wanted: 'Mangler',
      acts: 'Gjør noe',
    },
    by: 'av',
    self: 'selv',
    lost: 'Poengene teller ikke lenger.',
    wanted: { FIRST: 'første vurdering', SECOND: 'andre vurdering', THIRD: 'tredje vurdering' },
    enough: 'ingenting',
    declare: 'Meld en vurderer inhabil',
    application: 'Søknadsnummer',
    unknown: 'Det finnes ingen søknad med det nummeret i opptaket.',
    lift: 'Trekk tilbake',
    liftLead:
      'Vurdereren kan vurdere søknaden igjen. Poeng som var gitt, teller igjen. Ingen kan avgjøre sin egen habilitet.',
    reason: 'Begrunnelse',
    assess: 'Registrer vurdering',
    over: 'Det er gitt tilbud i opptaket. Meldingene står, og ingenting endres lenger. Det som er avgjort feil, rettes i klage.',
    needs: (n: number) =>
      n === 1
        ? '1 søknad trenger en ny vurderer, fordi en er inhabil.'
        : `${n} søknader trenger en ny vurderer, fordi en er inhabil.`,
    see: 'Se hvilke',
    inWhy: 'Inhabile',
    noneInWhy: 'ingen meldt',
  },
  nn: {
    title: 'Habilitet',
    lead: 'Ein inhabil vurderar ser ikkje søknaden, og poeng frå vurderaren tel ikkje. Gi vurderinga til ein annan.',
    none: 'Inhabile: ingen melde.',
    columns: {
      application: 'Søknad',
      assessor: 'Inhabil',
      ground: 'Kvifor',
      declared: 'Meld',
      wanted: 'Manglar',
      acts: 'Gjer noko',
    },
    by: 'av',
    self: 'sjølv',
    lost: 'Poenga tel ikkje lenger.',
    wanted: { FIRST: 'første vurdering', SECOND: 'andre vurdering', THIRD: 'tredje vurdering' },
    enough: 'ingenting',
    declare: 'Meld ein vurderar inhabil',
    application: 'Søknadsnummer',
    unknown: 'Det finst ingen søknad med det nummeret i opptaket.',
    lift: 'Trekk tilbake',
    liftLead:
      'Vurderaren kan vurdere søknaden igjen. Poeng som var gitt, tel igjen. Ingen kan avgjere sin eigen habilitet.',
    reason: 'Grunngiving',
    assess: 'Registrer vurdering',
    over: 'Det er gitt tilbod i opptaket. Meldingane står, og ingenting blir endra lenger. Det som er avgjort feil, blir retta i klage.',
    needs: (n: number) =>
      n === 1
        ? '1 søknad treng ein ny vurderar, fordi ein er inhabil.'
        : `${n} søknader treng ein ny vurderar, fordi ein er inhabil.`,
    see: 'Sjå kva for nokre',
    inWhy: 'Inhabile',
    noneInWhy: 'ingen melde',
  },
  en: {
    title: 'Impartiality',
    lead: 'An assessor who is disqualified does not see the application, and their points do not count. Give the assessment to somebody else.',
    none: 'Disqualified: nobody.',
    columns: {
      application: 'Application',
      assessor: 'Disqualified',
      ground: 'Why',
      declared: 'Declared',
      wanted: 'Lacks',
      acts: 'Act',
    },
    by: 'by',
    self: 'themselves',
    lost: 'The points do not count any more.',
    wanted: { FIRST: 'first assessment', SECOND: 'second assessment', THIRD: 'third assessment' },
    enough: 'nothing',
    declare: 'Disqualify an assessor',
    application: 'Application number',
    unknown: 'There is no application with that number in the intake.',
    lift: 'Take back',
    liftLead:
      'The assessor can assess the application again, and points that were given count again. Nobody decides on their own impartiality.',
    reason: 'Reason',
    assess: 'Register an assessment',
    over: 'Offers have been made in the intake. What was declared stands, and nothing changes any more. What was decided wrongly is appealed.',
    needs: (n: number) =>
      n === 1
        ? '1 application needs another assessor, because one is disqualified.'
        : `${n} applications need another assessor, because one is disqualified.`,
    see: 'See which',
    inWhy: 'Disqualified',
    noneInWhy: 'nobody',
  },
});
