import { checkCertificates, type Finding, rules } from '@kull/certificates/checker/check';
import { checkPublished } from '@kull/certificates/checker/published';
import type { Call, CliCommand } from '../command';
import { withDatabase } from '../log/database';
import { serviceOf } from '../service/connection';
import { Unusable } from '../terminal/failures';
import { number, plural } from '../terminal/text';

const MINUTE_MS = 60_000;

/** Work that is not older than this may still be under way. */
const DEFAULT_GRACE_MINUTES = 15;

const lineOf = ({ rule, about, version, detail }: Finding): string =>
  `${about}${version === undefined ? '' : ` v${version}`}  ${rule}: ${rules[rule]}${detail ? ` (${detail})` : ''}`;

const graceIn = (call: Call): number => {
  const minutes = Number(call.text('grace') ?? DEFAULT_GRACE_MINUTES);
  if (!Number.isInteger(minutes) || minutes < 0) throw new Unusable('--grace skal være et helt antall minutter.');
  return minutes * MINUTE_MS;
};

export const checkCertificatesCommand: CliCommand = {
  name: 'check certificates',
  usage: '[--grace MINUTTER] [--published] [--database URL]',
  summary: 'Kontrollerer hvert kursbevis på nytt mot hendelsene, uten koden som utstedte det',
  help: [
    'Leser databasen direkte: tildelingene, versjonene, dokumentenes bytes, signaturene, vedleggene og leveransene.',
    'Det som er ført de siste 15 minuttene (--grace), kan være under arbeid og savnes ikke.',
    '--published kontrollerer også det tjenesten viser frem: statuslistene, og hvert merke.',
    'Avslutter med 0 når alt stemmer, 1 når noe ikke gjør det.',
  ].join('\n'),
  options: { grace: { type: 'string' }, published: { type: 'boolean' }, database: { type: 'string' } },
  run: (call) => {
    const grace = graceIn(call);
    return withDatabase(call, async (database) => {
      const findings: Finding[] = [];
      const onFinding = (finding: Finding): void => {
        findings.push(finding);
        if (!call.flag('json')) call.terminal.out(`${lineOf(finding)}\n`);
      };
      call.progress.step('Kontrollerer kursbevis');
      const ask = <Row extends object>(sql: string, values?: readonly unknown[]) => database.query<Row>(sql, values);
      const [clock] = await ask<{ before: Date }>(
        "select clock_timestamp() - $1::double precision * interval '1 millisecond' as before",
        [grace],
      );
      const checked = await checkCertificates(ask, clock!.before.toISOString(), onFinding);
      if (call.flag('published'))
        await checkPublished(ask, { address: serviceOf(call).url, token: call.env.KULL_TOKEN }, onFinding);
      call.progress.end();
      const summary = { ...checked, findings: findings.length };
      if (call.flag('json')) call.terminal.out(`${JSON.stringify({ ...summary, data: findings }, null, 2)}\n`);
      else
        call.terminal.out(
          `${plural(checked.versions, 'versjon', 'versjoner')} av kursbevis er kontrollert, ${number(checked.live)} gjelder. ` +
            `${findings.length === 0 ? 'Alt stemmer' : plural(findings.length, 'feil', 'feil')}.\n`,
        );
      return findings.length === 0 ? 0 : 1;
    });
  },
};
