import { z } from 'zod';
import type { Call, CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { timeText } from '../terminal/dates';
import { Unusable } from '../terminal/failures';
import { list, number, plural } from '../terminal/text';
import { type ShownKey, shownKey, states, useIn, uses } from './key-answers';

const keyRings = z.looseObject({ data: z.array(shownKey) });

const signedVersion = z.looseObject({
  certificateNo: z.string(),
  version: z.number(),
  studentNo: z.string(),
  recordedAt: z.string(),
});

const rowOf = ({ use, kid, state, activatedAt, revokedAt, signed }: ShownKey): string[] => [
  use.toLowerCase(),
  states[state] ?? state,
  kid,
  (revokedAt ?? activatedAt) ? timeText((revokedAt ?? activatedAt)!) : 'fra begynnelsen',
  signed === undefined ? '' : `${plural(signed, 'dokument', 'dokumenter')}`,
];

const answer = (call: Call, key: ShownKey, text: string): number => {
  call.terminal.out(call.flag('json') ? `${JSON.stringify(key, null, 2)}\n` : text);
  return 0;
};

const kidIn = (call: Call): string => {
  const [kid, ...rest] = call.positionals;
  if (!kid || rest.length > 0) throw new Unusable('Oppgi én nøkkel: kid fra kull keys list.');
  return kid;
};

export const keysListCommand: CliCommand = {
  name: 'keys list',
  usage: '',
  summary: 'Viser nøklene som signerer, og dem som er avløst eller trukket tilbake',
  help: 'De samme nøklene ligger åpent på /.well-known/kull-keys.json, med det som trengs for å kontrollere en signatur.',
  options: {},
  run: async (call) => {
    const { data } = await serviceOf(call).get('/v1/key-rings', keyRings);
    call.terminal.out(
      call.flag('json')
        ? `${JSON.stringify(data, null, 2)}\n`
        : `${list([['bruk', 'tilstand', 'kid', 'siden', 'har signert'], ...data.map(rowOf)])}\n`,
    );
    return 0;
  },
};

export const keysActivateCommand: CliCommand = {
  name: 'keys activate',
  usage: '--use BRUK',
  summary: 'Lager en ny nøkkel og tar den i bruk; den forrige kontrollerer det den har signert',
  help: [
    'Tjenesten lager nøkkelen i sin egen mappe (KULL_KEYS). Alle prosesser bruker den fra neste signatur, uten omstart.',
    'Ta sikkerhetskopi av mappen etterpå.',
    '',
    ...Object.entries(uses).map(([code, what]) => `  --use ${code.toLowerCase().padEnd(9)} ${what}`),
  ].join('\n'),
  options: { use: { type: 'string' } },
  run: async (call) => {
    const use = useIn(call.text('use'));
    const key = await serviceOf(call).postAnew('/v1/signing-keys', { json: JSON.stringify({ use }) }, shownKey);
    return answer(call, key, `Ny nøkkel for ${uses[use]} er i bruk: ${key.kid}\nTa sikkerhetskopi av nøkkelmappen.\n`);
  },
};

export const keysRevokeCommand: CliCommand = {
  name: 'keys revoke',
  usage: 'KID --reason GRUNN --by A --approved-by B [--compromised-since TIDSPUNKT]',
  summary: 'Trekker en nøkkel tilbake, med en annens godkjenning',
  help: [
    'GRUNN er COMPROMISED (andre kan ha hatt den), LOST eller SUPERSEDED. Nøkkelen som er i bruk, trekkes ikke tilbake:',
    'ta en ny i bruk først (kull keys activate). Det nøkkelen signerte før, gjelder fortsatt; kull keys affected viser resten.',
  ].join('\n'),
  options: {
    reason: { type: 'string' },
    by: { type: 'string' },
    'approved-by': { type: 'string' },
    'compromised-since': { type: 'string' },
  },
  run: async (call) => {
    const kid = kidIn(call);
    const [reasonCode, recordedBy, approvedBy] = ['reason', 'by', 'approved-by'].map((option) => call.text(option));
    if (!reasonCode || !recordedBy || !approvedBy)
      throw new Unusable('Oppgi --reason, --by og --approved-by.', ['En nøkkel trekkes tilbake av to.']);
    const since = call.text('compromised-since');
    const body = { reasonCode, recordedBy, approvedBy, ...(since && { compromisedSince: since }) };
    const path = `/v1/signing-keys/${encodeURIComponent(kid)}/revocations`;
    const key = await serviceOf(call).postAnew(path, { json: JSON.stringify(body) }, shownKey);
    return answer(
      call,
      key,
      `Nøkkelen er trukket tilbake: ${key.kid}\nkull keys affected ${key.kid} viser kursbevisene det gjelder.\n`,
    );
  },
};

export const keysAffectedCommand: CliCommand = {
  name: 'keys affected',
  usage: 'KID [--all]',
  summary: 'Lister kursbevisene som en nøkkel signerte etter at den ikke lenger var til å stole på',
  help: 'Det er dem som ble ført etter tilbakekallingen, eller etter --compromised-since. --all viser alt den har signert.\nAvslutter med 1 når det er noen.',
  options: { all: { type: 'boolean' } },
  run: async (call) => {
    const scope = call.flag('all') ? 'all' : 'affected';
    const path = `/v1/signing-keys/${encodeURIComponent(kidIn(call))}/certificates?scope=${scope}`;
    const versions = await serviceOf(call).list(path, signedVersion);
    const rows = versions.map(({ certificateNo, version, studentNo, recordedAt }) => [
      `${certificateNo} v${version}`,
      studentNo,
      timeText(recordedAt),
    ]);
    const text =
      versions.length === 0 ? 'Ingen kursbevis.\n' : `${number(versions.length)} kursbevis:\n${list(rows)}\n`;
    call.terminal.out(call.flag('json') ? `${JSON.stringify(versions, null, 2)}\n` : text);
    return scope === 'affected' && versions.length > 0 ? 1 : 0;
  },
};
