import { z } from 'zod';
import { argumentsOf, classNamed } from '../class/class-name';
import type { CliCommand } from '../command';
import { serviceOf } from '../service/connection';

const usage = 'KLASSE';

const reconciliation = z.looseObject({
  sums: z.record(z.string(), z.number()),
  entitlement: z.number(),
  addsUp: z.boolean(),
  lines: z.array(
    z.looseObject({
      studentNo: z.string(),
      certificateNo: z.string().nullable(),
      bucket: z.string(),
      points: z.number(),
      codes: z.array(z.looseObject({ code: z.string(), means: z.string(), action: z.string() })),
      deliverBy: z.string(),
      daysLeft: z.number().nullable(),
    }),
  ),
});

type Reconciliation = z.infer<typeof reconciliation>;

const bucketText: Readonly<Record<string, string>> = {
  NOT_DUE: 'uten kursbevis ennå',
  DUE: 'skal leveres',
  SENT: 'levert, uten svar',
  RECEIVED: 'mottatt',
  REJECTED: 'avvist',
  POSTED: 'ført',
  CORRECTED: 'under retting',
};

const daysText = (daysLeft: number | null): string => {
  if (daysLeft === null) return '';
  return daysLeft < 0 ? `  ${-daysLeft} dager over fristen` : `  ${daysLeft} dager igjen`;
};

const isOpen = ({ bucket, points, daysLeft, codes }: Reconciliation['lines'][number]): boolean =>
  (points > 0 || daysLeft !== null) &&
  ((bucket !== 'RECEIVED' && bucket !== 'POSTED' && bucket !== 'SENT') || codes.length > 0);

const report = (name: string, { sums, entitlement, addsUp, lines }: Reconciliation): string =>
  [
    `${name}: ${entitlement} kurspoeng er tildelt.`,
    ...Object.entries(sums)
      .filter(([, points]) => points > 0)
      .map(([bucket, points]) => `  ${String(points).padStart(8)}  ${bucketText[bucket] ?? bucket}`),
    addsUp ? 'Det går opp.' : 'Det går IKKE opp. Meld fra til drift.',
    ...lines.filter(isOpen).map(({ studentNo, certificateNo, bucket, codes, daysLeft }) => {
      const said = codes.map(({ code, means, action }) => `  ${code} ${means}. ${action}`).join('');
      return `  ${studentNo}  ${certificateNo ?? ''}  ${bucketText[bucket] ?? bucket}${daysText(daysLeft)}${said}`;
    }),
    '',
  ].join('\n');

export const deliveriesReconcileCommand: CliCommand = {
  name: 'deliveries reconcile',
  usage,
  summary: 'Viser hvor hvert kurspoeng i en klasse er, og om det går opp',
  help: 'KLASSE er som NLA-2026V-1. Svarer med 1 når det ikke går opp.',
  options: {},
  run: async (call) => {
    const { name } = argumentsOf(call, `deliveries reconcile ${usage}`, ['name']);
    const service = serviceOf(call);
    const { id } = await classNamed(service, name);
    const answer = await service.get(`/v1/reconciliation?classId=${encodeURIComponent(id)}`, reconciliation);
    call.terminal.out(call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : report(name, answer));
    return answer.addsUp ? 0 : 1;
  },
};
