import type { InLanguages } from '../kit/language';

interface DrawTexts {
  readonly title: string;
  readonly lead: string;
  readonly seed: string;
  readonly recorded: string;
  readonly closes: string;
  readonly entry: string;
  readonly position: (position: number) => string;
  readonly before: string;
  readonly after: string;
  readonly how: string;
  readonly steps: readonly string[];
  readonly applicationNo: string;
  readonly workOut: string;
  readonly result: (applicationNo: string) => string;
  readonly command: string;
}

/** What the page about the draw says. */
export const drawTexts: InLanguages<DrawTexts> = {
  nb: {
    title: 'Trekningen',
    lead: 'Har to søkere like mange poeng, går den med det laveste loddnummeret først. Loddnummeret følger av frøet og søknadsnummeret, så hvem som helst kan regne det ut.',
    seed: 'Frø',
    recorded: 'Skrevet i loggen',
    closes: 'Søknadsfristen gikk ut',
    entry: 'Oppføring',
    position: (position) => `nr. ${position}, med kontrollsum`,
    before: 'Frøet var skrevet i loggen før søknadsfristen gikk ut. Ingen kunne velge det etter hvem som hadde søkt.',
    after:
      'Frøet ble skrevet i denne loggen etter at søknadsfristen gikk ut. Siden viser at loddnumrene er regnet rett, men ikke at frøet var valgt på forhånd.',
    how: 'Slik regnes loddnummeret',
    steps: [
      'Skriv frøet, et kolon og søknadsnummeret etter hverandre.',
      'Regn ut SHA-256 av det, med små bokstaver. Det er loddnummeret.',
      'Sammenlign loddnumrene fra venstre: det laveste går først.',
    ],
    applicationNo: 'Søknadsnummer',
    workOut: 'Regn ut',
    result: (applicationNo) => `Loddnummeret til ${applicationNo}:`,
    command: 'Det samme på din egen maskin:',
  },
  nn: {
    title: 'Trekninga',
    lead: 'Har to søkjarar like mange poeng, går den med det lågaste loddnummeret først. Loddnummeret følgjer av frøet og søknadsnummeret, så kven som helst kan rekne det ut.',
    seed: 'Frø',
    recorded: 'Skrive i loggen',
    closes: 'Søknadsfristen gjekk ut',
    entry: 'Oppføring',
    position: (position) => `nr. ${position}, med kontrollsum`,
    before: 'Frøet var skrive i loggen før søknadsfristen gjekk ut. Ingen kunne velje det etter kven som hadde søkt.',
    after:
      'Frøet vart skrive i denne loggen etter at søknadsfristen gjekk ut. Sida viser at loddnumra er rekna rett, men ikkje at frøet var valt på førehand.',
    how: 'Slik blir loddnummeret rekna',
    steps: [
      'Skriv frøet, eit kolon og søknadsnummeret etter kvarandre.',
      'Rekn ut SHA-256 av det, med små bokstavar. Det er loddnummeret.',
      'Samanlikn loddnumra frå venstre: det lågaste går først.',
    ],
    applicationNo: 'Søknadsnummer',
    workOut: 'Rekn ut',
    result: (applicationNo) => `Loddnummeret til ${applicationNo}:`,
    command: 'Det same på di eiga maskin:',
  },
  en: {
    title: 'The draw',
    lead: 'When two applicants have the same score, the one with the lowest lottery number goes first. The number follows from the seed and the application number, so anybody can work it out.',
    seed: 'Seed',
    recorded: 'Written in the log',
    closes: 'Applications closed',
    entry: 'Entry',
    position: (position) => `no. ${position}, with checksum`,
    before: 'The seed was written in the log before applications closed. Nobody could choose it by who had applied.',
    after:
      'The seed was written in this log after applications closed. The page shows that the lottery numbers are worked out correctly, but not that the seed was chosen beforehand.',
    how: 'How the lottery number is worked out',
    steps: [
      'Write the seed, a colon and the application number after one another.',
      'Work out the SHA-256 of that, in lower case. It is the lottery number.',
      'Compare lottery numbers from the left: the lowest goes first.',
    ],
    applicationNo: 'Application number',
    workOut: 'Work out',
    result: (applicationNo) => `The lottery number of ${applicationNo}:`,
    command: 'The same on your own machine:',
  },
};
