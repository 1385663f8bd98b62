import { readFileSync } from 'node:fs';
import { type PdfVerification, verifyPdf } from '@kull/documents/pdf/verify';
import type { CliCommand } from '../command';
import { Unusable } from '../terminal/failures';

const bytesOf = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Unusable(`Kan ikke lese ${path}.`, [String(error)]);
  }
};

const verdict = (found: PdfVerification, expected: string | undefined): string => {
  if (!found.signed) return 'Filen er ikke signert. Den er ikke et kursbevis fra Kull.';
  if (!found.unaltered) return 'Filen er endret etter at den ble signert. Ikke stol på den.';
  if (expected !== undefined && found.certificateFingerprint !== expected)
    return 'Filen er uendret, men signert med en annen nøkkel enn den du oppga. Ikke stol på den.';
  return 'Filen er uendret siden den ble signert.';
};

const signature = (found: PdfVerification): string[] =>
  (
    [
      ['Signert av', found.name ?? found.certificateCommonName],
      ['Signert', found.signedAt],
      ['Nøkkelens fingeravtrykk', found.certificateFingerprint],
    ] as const
  ).flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));

export const verifyCommand: CliCommand = {
  name: 'verify',
  usage: 'FIL.pdf [--fingerprint HEX]',
  summary: 'Sier om et kursbevis er uendret siden det ble signert, hvem som signerte, og når',
  help: [
    'Virker uten nett og uten tjenesten. Hvem som helst kan signere en fil: sammenlikn fingeravtrykket med det',
    'utstederen har oppgitt, eller gi det med --fingerprint. Om kursbeviset fortsatt gjelder, viser adressen på det.',
    'Avslutter med 0 når filen er uendret, 1 når den er endret, usignert eller signert av en annen.',
  ].join('\n'),
  options: { fingerprint: { type: 'string' } },
  run: async (call) => {
    const [path, ...rest] = call.positionals;
    if (!path || rest.length > 0) throw new Unusable('Oppgi én fil: kull verify FIL.pdf');
    const expected = call.text('fingerprint')?.toLowerCase();
    const found = verifyPdf(bytesOf(path));
    const genuine = found.unaltered && (expected === undefined || found.certificateFingerprint === expected);
    call.terminal.out(
      call.flag('json')
        ? `${JSON.stringify({ genuine, ...found }, null, 2)}\n`
        : `${[verdict(found, expected), ...signature(found)].join('\n')}\n`,
    );
    return genuine ? 0 : 1;
  },
};
