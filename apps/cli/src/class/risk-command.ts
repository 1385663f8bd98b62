import { z } from 'zod';
import type { CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { asOfHelp, asOfOptions, asOfQuery, asOfWords } from './as-of';
import { argumentsOf } from './class-name';

const usage = 'OPPTAK [--known-at TIDSPUNKT] [--valid-on DAG]';

const risk = z.looseObject({
  counts: z.looseObject({ met: z.number(), safe: z.number(), atRisk: z.number(), impossible: z.number() }),
  data: z.array(
    z.looseObject({
      classCode: z.string(),
      studentNo: z.string(),
      name: z.looseObject({ familyName: z.string(), givenNames: z.string() }).nullable(),
      status: z.string(),
      attendance: z.array(
        z.looseObject({
          award: z.string(),
          text: z.string(),
          countedIn: z.string(),
          sessions: z.looseObject({ total: z.number(), attended: z.number(), open: z.number() }),
        }),
      ),
      options: z.array(z.looseObject({ text: z.string() })),
    }),
  ),
});

type Line = z.infer<typeof risk>['data'][number];

const awardText: Readonly<Record<string, string>> = { ectsCredits: 'Studiepoeng', coursePoints: 'Kurspoeng' };

const lineText = ({ classCode, studentNo, name, attendance, options }: Line): string =>
  [
    `${name ? `${name.familyName}, ${name.givenNames}` : `(${studentNo})`}  ${classCode}  ${studentNo}`,
    ...attendance.map(({ award, text, sessions: { attended, total, open } }) => {
      const of = attendance.length > 1 ? `${awardText[award] ?? award}: ` : '';
      return `  ${of}${text}. Vært med på ${attended} av ${total}, ${open} igjen.`;
    }),
    ...options.map(({ text }) => `  › ${text}`),
  ].join('\n');

const report = (intake: string, { counts, data }: z.infer<typeof risk>, when: string): string =>
  [
    `Oppmøtekravet i ${intake}${when}: ${counts.impossible} kan ikke nå det, ${counts.atRisk} i fare, ${counts.safe} trygge, ${counts.met} har nådd det.`,
    ...data.flatMap((line) => ['', lineText(line)]),
    '',
  ].join('\n');

export const classRiskCommand: CliCommand = {
  name: 'class risk',
  usage,
  summary: 'Viser hvem som er i fare for ikke å nå oppmøtekravet, og hva som kan gjøres',
  help: ['OPPTAK er koden til kullet, som NLP-2026.', asOfHelp].join('\n'),
  options: asOfOptions,
  run: async (call) => {
    const { intake } = argumentsOf(call, `class risk ${usage}`, ['intake']);
    const asOf = asOfQuery(call).replace('?', '&');
    const answer = await serviceOf(call).get(`/v1/attendance-risk?intake=${encodeURIComponent(intake)}${asOf}`, risk);
    call.terminal.out(
      call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : report(intake, answer, asOfWords(call)),
    );
    return 0;
  },
};
