import { z } from 'zod';
import { argumentsOf } from '../class/class-name';
import type { Call, CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { wantedFrom, wantedHelp, wantedOptions } from './wanted';

const prepared = z.union([
  z.looseObject({ draftId: z.string(), rejected: z.array(z.unknown()) }),
  z.looseObject({ nothingNew: z.literal(true), rejected: z.array(z.unknown()) }),
]);
const draft = z.looseObject({ id: z.string(), status: z.string(), twoPeople: z.boolean(), recordCount: z.number() });
const released = z.looseObject({
  id: z.string(),
  seq: z.number(),
  recordCount: z.number(),
  pointsTotalAdd: z.number(),
  file: z.string(),
});

const say = (call: Call, answer: object, text: string): number => {
  call.terminal.out(call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : `${text}\n`);
  return 0;
};

export const deliveriesPrepareCommand: CliCommand = {
  name: 'deliveries prepare',
  usage: '[--class KLASSE] [--recipient ORGNR]',
  summary: 'Klargjør et utkast til levering, som noen må godkjenne',
  help: ['Utkastet har ikke noe nummer. Nummeret gis når det leveres.', ...wantedHelp].join('\n'),
  options: wantedOptions,
  run: async (call) => {
    const service = serviceOf(call);
    const json = JSON.stringify(await wantedFrom(call, service));
    const answer = await service.postAnew('/v1/exports', { json }, prepared);
    const out = answer.rejected.length > 0 ? ` ${answer.rejected.length} holdt tilbake: kull deliveries preview.` : '';
    return say(
      call,
      answer,
      'draftId' in answer ? `Utkast ${answer.draftId} er klart.${out}` : `Ingenting nytt å levere.${out}`,
    );
  },
};

export const deliveriesApproveCommand: CliCommand = {
  name: 'deliveries approve',
  usage: 'UTKAST [--by PERSON]',
  summary: 'Godkjenner et utkast; to personer når poeng trekkes',
  help: '--by PERSON: den som godkjenner, når det er en annen enn den som er logget inn.',
  options: { by: { type: 'string' } },
  run: async (call) => {
    const { id } = argumentsOf(call, 'deliveries approve UTKAST [--by PERSON]', ['id']);
    const approvedBy = call.text('by');
    const json = JSON.stringify(approvedBy === undefined ? {} : { approvedBy });
    const path = `/v1/export-drafts/${encodeURIComponent(id)}/approvals`;
    const answer = await serviceOf(call).postAnew(path, { json }, draft);
    return say(call, answer, `Utkast ${answer.id} er godkjent, ${answer.recordCount} linjer.`);
  },
};

export const deliveriesReleaseCommand: CliCommand = {
  name: 'deliveries release',
  usage: 'UTKAST',
  summary: 'Leverer et godkjent utkast under neste nummer',
  help: 'Har noe endret seg siden det ble godkjent, leveres ingenting, og du får vite hva.',
  options: {},
  run: async (call) => {
    const { id } = argumentsOf(call, 'deliveries release UTKAST', ['id']);
    const path = `/v1/export-drafts/${encodeURIComponent(id)}/releases`;
    const answer = await serviceOf(call).post(path, { json: '{}' }, id, released);
    return say(
      call,
      answer,
      `Levering ${String(answer.seq).padStart(6, '0')}: ${answer.recordCount} linjer, ${answer.pointsTotalAdd} nye kurspoeng. ${answer.file}`,
    );
  },
};
