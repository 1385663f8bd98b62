import { z } from 'zod';
import type { Call } from '../command';
import { formOf, preparedFile } from '../files/output-file';
import type { KullClient } from '../service/client';
import { Unusable } from '../terminal/failures';
import { plural } from '../terminal/text';

const said = z.looseObject({ message: z.string() });
const draft = z.looseObject({
  plan: z.looseObject({ cohort: z.looseObject({ code: z.string() }), classes: z.array(z.unknown()) }),
  warnings: z.array(said),
  clashes: z.array(said),
});

const sourceOf = (call: Call): object => {
  const [intake, cohort, code, weeks] = ['from-intake', 'from-cohort', 'code', 'weeks'].map((one) => call.text(one));
  if (intake !== undefined) {
    if (cohort !== undefined) throw new Unusable('Velg --from-intake eller --from-cohort. Ingenting er endret.');
    return { intake };
  }
  if (!code) throw new Unusable('Oppgi --code: hva det nye kullet skal hete. Ingenting er endret.');
  if (weeks !== undefined && !/^-?\d{1,4}$/.test(weeks)) throw new Unusable('--weeks skal være et helt tall.');
  return { cohort, code, ...(weeks !== undefined && { weeks: Number(weeks) }) };
};

const paragraph = (heading: string, lines: readonly { readonly message: string }[]): string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map(({ message }) => `  ${message}`)];

/** Writes a plan to begin with. The service stores nothing. */
export const draftPlan = async (call: Call, client: KullClient): Promise<number> => {
  const out = call.text('out');
  if (!out) throw new Unusable('Oppgi hvor utkastet skal skrives: --out FIL.json. Ingenting er endret.');
  formOf(out, ['json']);
  const write = preparedFile(out);
  const answer = await client.postAnew('/v1/cohort-drafts', { json: JSON.stringify({ from: sourceOf(call) }) }, draft);
  const { plan, clashes, warnings } = answer;
  write(Buffer.from(`${JSON.stringify(plan, null, 2)}\n`));
  const text = [
    `Utkast til ${plan.cohort.code} med ${plural(plan.classes.length, 'klasse', 'klasser')} er skrevet til ${out}.`,
    ...paragraph('Kollisjoner, som må løses før planen kan sendes:', clashes),
    ...paragraph('Se på dette:', warnings),
    `Se over filen, og send den: kull class plan ${out} --open`,
    '',
  ].join('\n');
  call.terminal.out(call.flag('json') ? `${JSON.stringify({ out, clashes, warnings }, null, 2)}\n` : text);
  return 0;
};
