import type { Call, CliCommand } from '../command';
import { formOf, preparedFile } from '../files/output-file';
import type { KullClient } from '../service/client';
import { clockOf } from '../service/clock-command';
import { serviceOf } from '../service/connection';
import { Unusable } from '../terminal/failures';
import { plural } from '../terminal/text';
import { asOfHelp, asOfOptions, asOfQuery, asOfWords } from './as-of';
import { argumentsOf, classNamed, type NamedClass } from './class-name';
import { registerReport, registersReport } from './register-report';
import { lockRegister, type RegisterSummary, registerOf, registersOf } from './registers';
import { namesIn, rosterOf } from './roster';

const usage = 'KLASSE [ØKT] [--lock] [--sheet FIL.pdf] [--known-at TIDSPUNKT] [--valid-on DAG]';

const endOf = ({ startsAt, hours }: RegisterSummary): number => Date.parse(startsAt) + hours * 3_600_000;

/** Locks every session that has been held and not locked; one about which marks disagree is left for a person. */
const lockHeld = async (client: KullClient, { at, name }: NamedClass, call: Call): Promise<number> => {
  const now = Date.parse((await clockOf(client)).now);
  const held = (await registersOf(client, at)).filter((one) => one.status !== 'locked' && endOf(one) <= now);
  const disputed = held.filter(({ conflicts }) => conflicts > 0).map(({ session }) => session);
  const locked: string[] = [];
  for (const { session, conflicts } of held) {
    if (conflicts > 0) continue;
    call.progress.count(session);
    await lockRegister(client, at, session);
    locked.push(session);
  }
  call.progress.end();
  const text = [
    locked.length === 0
      ? `Ingen flere økter i ${name} kan låses nå.`
      : `${plural(locked.length, 'økt', 'økter')} i ${name} er låst: ${locked.join(', ')}.`,
    ...(disputed.length === 0 ? [] : [`Ikke låst, for merkene er uenige: ${disputed.join(', ')}. Avgjør dem først.`]),
    '',
  ].join('\n');
  call.terminal.out(call.flag('json') ? `${JSON.stringify({ locked, disputed })}\n` : text);
  return disputed.length > 0 ? 1 : 0;
};

const showAll = async (client: KullClient, { at, name }: NamedClass, call: Call): Promise<number> => {
  const sessions = await registersOf(client, at, asOfQuery(call));
  call.terminal.out(
    call.flag('json') ? `${JSON.stringify(sessions, null, 2)}\n` : registersReport(name, sessions, asOfWords(call)),
  );
  return 0;
};

const showOne = async (client: KullClient, { at, name }: NamedClass, session: string, call: Call): Promise<number> => {
  const register = await registerOf(client, at, session, asOfQuery(call));
  const names = namesIn(await rosterOf(client, at));
  call.terminal.out(
    call.flag('json')
      ? `${JSON.stringify(register, null, 2)}\n`
      : registerReport(name, register, names, asOfWords(call)),
  );
  return 0;
};

export const classRegisterCommand: CliCommand = {
  name: 'class register',
  usage,
  summary: 'Viser oppmøtet i en klasse eller en økt, skriver ut lister til døra, og låser',
  help: [
    'Uten ØKT: alle øktene med antall. Med ØKT: hver student, hvem som merket, og merker som er uenige.',
    '--lock låser økten når den er over; den som ikke er merket da, regnes som fraværende. Uten ØKT låses alle som er',
    'holdt, unntatt dem der merker er uenige.',
    '--sheet FIL.pdf skriver oppmøtelisten for økten til utskrift, med en kode i hver rad.',
    asOfHelp,
  ].join('\n'),
  options: { ...asOfOptions, lock: { type: 'boolean' }, sheet: { type: 'string' } },
  run: async (call) => {
    const { name, rest } = argumentsOf(call, `class register ${usage}`, ['name'], 2);
    const [session] = rest;
    const sheet = call.text('sheet');
    if (sheet !== undefined && session === undefined)
      throw new Unusable('Oppgi økten som listen gjelder. Ingenting er endret.');
    if (sheet !== undefined) formOf(sheet, ['pdf']);
    const write = sheet === undefined ? undefined : preparedFile(sheet);
    const client = serviceOf(call);
    const found = await classNamed(client, name);
    if (write && session !== undefined) {
      write((await client.download(`${found.at}/registers/${encodeURIComponent(session)}/sheet.pdf`)).bytes);
      call.terminal.out(
        call.flag('json')
          ? `${JSON.stringify({ sheet })}\n`
          : `Oppmøtelisten for ${name}, økt ${session}, er skrevet til ${sheet}.\n`,
      );
      return 0;
    }
    if (session === undefined) return call.flag('lock') ? lockHeld(client, found, call) : showAll(client, found, call);
    if (call.flag('lock')) await lockRegister(client, found.at, session);
    return showOne(client, found, session, call);
  },
};
