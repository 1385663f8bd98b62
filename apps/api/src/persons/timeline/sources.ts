import type { Texts } from './words';

const list: Texts = { nb: 'lista', nn: 'lista', en: 'the list' };
const door: Texts = { nb: 'døra', nn: 'døra', en: 'the door' };
const file: Texts = { nb: 'fil', nn: 'fil', en: 'a file' };

/** Where an event came from, by the source in its metadata or of its mark. What is not here is said as nothing. */
const sources: Readonly<Record<string, Texts>> = {
  LIST: list,
  DOOR: door,
  SELF: { nb: 'egen telefon', nn: 'eigen telefon', en: 'own phone' },
  PAPER: { nb: 'papirliste', nn: 'papirliste', en: 'paper list' },
  FILE: file,
  http: { nb: 'Kull', nn: 'Kull', en: 'Kull' },
  'mark-batch': list,
  'door-scan': door,
  'check-in': { nb: 'egen telefon', nn: 'eigen telefon', en: 'own phone' },
  'sheet-import': { nb: 'papirliste', nn: 'papirliste', en: 'paper list' },
  'answer-import': file,
  'application-import': file,
  'assessment-import': file,
  'attendance-import': file,
  'correction-import': file,
  'hpr-register': { nb: 'HPR-fil', nn: 'HPR-fil', en: 'HPR file' },
  'hpr-look-up': { nb: 'oppslag i HPR', nn: 'oppslag i HPR', en: 'a look-up in HPR' },
  'part-import': file,
  'participant-import': file,
  'result-import': file,
  'award-run': { nb: 'tildeling', nn: 'tildeling', en: 'an award run' },
  'ranking-run': { nb: 'rangering', nn: 'rangering', en: 'a ranking' },
  attestation: { nb: 'attestering', nn: 'attestering', en: 'attestation' },
  completion: { nb: 'avslutning av opptaket', nn: 'avslutning av opptaket', en: 'the completion of the intake' },
  round: { nb: 'tilbudsrunde', nn: 'tilbodsrunde', en: 'a round of offers' },
  reaction: { nb: 'følger av seg selv', nn: 'følgjer av seg sjølv', en: 'follows by itself' },
  timer: { nb: 'følger av seg selv', nn: 'følgjer av seg sjølv', en: 'follows by itself' },
};

/** In words; null when there is nothing to say. */
export const sourceInWords = (source: string | undefined): Texts | null =>
  source === undefined ? null : (sources[source] ?? null);
