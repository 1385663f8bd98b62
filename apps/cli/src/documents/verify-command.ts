import { type CodeVerification, verifyCode } from '@kull/documents/certificate/code';
import type { Call, CliCommand } from '../command';
import { readInput } from '../files/input-file';
import { Unusable } from '../terminal/failures';
import { list } from '../terminal/text';
import { type CheckedDocument, checkedDocument } from './checked-document';
import { type TrustedKeys, trustedKeys } from './trusted-keys';
import { isCredential, verifyCredential } from './verify-credential';
import { isOfDelivery, verifyDelivery } from './verify-delivery';

const unknowable = (address: string): string =>
  `Uten nett kan det ikke sies om beviset senere er erstattet eller trukket tilbake. Det svarer ${address} på.`;

const documentVerdict = ({ found, key, revokedAt }: CheckedDocument, { source, isNamed }: TrustedKeys): string => {
  if (!found.signed) return 'Filen er ikke signert. Den er ikke et kursbevis fra Kull.';
  if (!found.unaltered) return 'Filen er endret etter at den ble signert. Ikke stol på den.';
  const unaltered = 'Filen er uendret siden den ble signert';
  switch (key) {
    case 'known':
      return `${unaltered}, og nøkkelen er en av utstederens.`;
    case 'revoked':
      return `${unaltered}, men nøkkelen ble trukket tilbake ${revokedAt}. Ikke stol på den før adressen på beviset har svart.`;
    case 'other':
      return isNamed
        ? `${unaltered}, men signert med en annen nøkkel enn de som er oppgitt i ${source}. Ikke stol på den.`
        : `${unaltered}, men ikke med en nøkkel fra ${source}. Sammenlikn fingeravtrykket med det utstederen har oppgitt.`;
    case 'unknown':
      return `${unaltered}. Sammenlikn fingeravtrykket med det utstederen har oppgitt: hvem som helst kan signere en fil.`;
  }
};

const documentRows = ({ found, states }: CheckedDocument): string[][] =>
  [
    ['Kursbevis', states && `${states.certificateNumber}, versjon ${states.version}`],
    ['Navn', states && `${states.holder.givenName} ${states.holder.familyName}`],
    ['Kurs', states && `${states.course.title} (${states.course.approvalId})`],
    ['Kurspoeng', states?.creditLines.map(({ points }) => points).join(' + ')],
    ['Fullført', states?.course.completedOn],
    ['Signert av', found.name ?? found.certificateCommonName],
    ['Signert', found.signedAt],
    ['Senere endringer', found.unaltered && found.permitsNoChange ? 'ingen er tillatt (DocMDP 1)' : undefined],
    ['Fingeravtrykk', found.certificateFingerprint],
  ].flatMap(([label, value]) => (value ? [[label!, value]] : []));

const verifyDocument = async (call: Call, path: string): Promise<number> => {
  const expected = call.text('fingerprint')?.toLowerCase().replaceAll(':', '');
  const keys = await trustedKeys(call.text('keys'), call.env);
  const checked = checkedDocument(readInput(path), expected, {
    ...keys,
    ...(expected !== undefined && { source: '--fingerprint', isNamed: true }),
  });
  const { genuine, key, found, states } = checked;
  const lines = [
    documentVerdict(checked, expected === undefined ? keys : { ...keys, source: '--fingerprint', isNamed: true }),
    list(documentRows(checked)),
    states ? unknowable(states.verificationAddress) : '',
  ];
  call.terminal.out(
    call.flag('json')
      ? `${JSON.stringify({ genuine, key, ...found, ...(states && { states }) }, null, 2)}\n`
      : `${lines.filter(Boolean).join('\n')}\n`,
  );
  return genuine ? 0 : 1;
};

const codeVerdict = (found: CodeVerification, revokedAt: string | undefined, source: string): string => {
  switch (found.outcome) {
    case 'SIGNED':
      return revokedAt === undefined
        ? 'Koden er ekte: den er signert av utstederen, og ingen tegn er endret.'
        : `Koden er signert med en nøkkel som ble trukket tilbake ${revokedAt}. Ikke stol på den.`;
    case 'ALTERED':
      return 'Koden er endret. Ikke stol på den.';
    case 'UNKNOWN_KEY':
      return `Koden kan ikke kontrolleres: nøkkelen ${found.kid} er ikke blant dem i ${source}. Hent dem fra /.well-known/kull-keys.json hos utstederen, og oppgi filen med --keys.`;
    case 'NO_CODE':
      return 'Dette er ikke teksten i QR-koden på et kursbevis. Ta med alt, også det som står etter #.';
  }
};

const codeRows = ({ address, facts }: Extract<CodeVerification, { outcome: 'SIGNED' }>): string[][] => [
  ['Kursbevis', `${new URL(address).pathname.split('/').at(-1)}, versjon ${facts.version}`],
  ['Navn', `${facts.givenNames} ${facts.familyName}`],
  ['Kurspoeng', `${facts.points} (${facts.approvalId})`],
  ['Fullført', facts.completedOn],
];

const verifyScanned = async (call: Call, text: string): Promise<number> => {
  const keys = await trustedKeys(call.text('keys'), call.env);
  const found = verifyCode(text.trim(), keys.codes);
  const signed = found.outcome === 'SIGNED' ? found : undefined;
  const revokedAt = signed && keys.codes.find(({ kid }) => kid === signed.kid)?.revokedAt;
  const genuine = signed !== undefined && revokedAt === undefined;
  const lines = [
    codeVerdict(found, revokedAt, keys.source),
    ...(signed ? [list(codeRows(signed)), unknowable(signed.address.split('?')[0]!)] : []),
  ];
  call.terminal.out(
    call.flag('json')
      ? `${JSON.stringify({ genuine, ...found, ...(revokedAt && { revokedAt }) }, null, 2)}\n`
      : `${lines.join('\n')}\n`,
  );
  return genuine ? 0 : 1;
};

export const verifyCommand: CliCommand = {
  name: 'verify',
  usage: '[FIL] [--code TEKST] [--keys FIL] [--fingerprint HEX] [--status-list FIL]',
  summary:
    'Sier om et kursbevis, teksten i QR-koden på det, et merke eller en leveranse er det utstederen signerte; uten nett',
  help: [
    'Virker uten nett og uten tjenesten. FIL.pdf: om filen er uendret, hvem som signerte, når, og hva den sier.',
    'FIL.csv eller FIL.manifest.json: det samme om en leveranse; den andre filen må ligge ved siden av.',
    'FIL.jwt: et merke (Open Badge) eller en statusliste. Med --status-list FIL sies det også om merket gjelder.',
    "--code 'https://…#…': teksten som en skanner leser i QR-koden. Sett den i anførselstegn.",
    'Nøklene er de i KULL_KEYS, ellers i .data/keys. --keys FIL tar dem fra en fil som er hentet fra utstederens',
    '/.well-known/kull-keys.json; --fingerprint HEX godtar bare filer signert med den nøkkelen.',
    'Om beviset senere er erstattet eller trukket tilbake, kan bare adressen på det svare på.',
    'Avslutter med 0 når alt stemmer, 1 når noe er endret, usignert eller signert med en nøkkel som ikke er blant dem',
    'som ble oppgitt, og 2 når noe ikke kan leses. Uten oppgitte nøkler er en uendret fil nok til 0: sammenlikn selv.',
  ].join('\n'),
  options: {
    fingerprint: { type: 'string' },
    keys: { type: 'string' },
    code: { type: 'string' },
    'status-list': { type: 'string' },
  },
  run: async (call) => {
    const [path, ...rest] = call.positionals;
    const code = call.text('code');
    if (rest.length > 0 || (path === undefined) === (code === undefined))
      throw new Unusable('Oppgi én fil eller én kode: kull verify FIL, eller kull verify --code TEKST');
    if (code !== undefined) return verifyScanned(call, code);
    if (isCredential(path!)) return verifyCredential(call, path!);
    return isOfDelivery(path!) ? verifyDelivery(call, path!) : verifyDocument(call, path!);
  },
};
