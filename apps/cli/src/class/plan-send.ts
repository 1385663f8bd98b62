import { z } from 'zod';
import type { Call } from '../command';
import { readInput } from '../files/input-file';
import type { KullClient } from '../service/client';
import { Unusable } from '../terminal/failures';
import { list, plural } from '../terminal/text';

const plannedClass = z.looseObject({ id: z.string(), code: z.string(), status: z.enum(['planned', 'open']) });
const planned = z.looseObject({
  id: z.string(),
  code: z.string(),
  classes: z.array(plannedClass),
  warnings: z.array(z.looseObject({ code: z.string(), class: z.string().nullish(), message: z.string() })),
});
const opened = z.looseObject({ status: z.string() });

export type PlannedCohort = z.infer<typeof planned>;

const statusText = { planned: 'planlagt', open: 'åpen' } as const;

const jsonIn = (path: string): string => {
  const text = readInput(path)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Unusable(`${path} er ikke gyldig JSON. Ingenting er endret.`, [
      error instanceof Error ? error.message : String(error),
    ]);
  }
  return text;
};

/** Plans the cohort that the text describes. The same plan again changes nothing. */
export const planCohort = (client: KullClient, text: string): Promise<PlannedCohort> =>
  client.postAnew('/v1/cohorts', { json: text }, planned);

/** Opens the classes that have all their gatherings; answers the cohort as it is then. */
export const openClasses = async (client: KullClient, cohort: PlannedCohort): Promise<PlannedCohort> => {
  const lacking = new Set(
    cohort.warnings.flatMap(({ code, class: of }) => (code === 'GATHERINGS_MISSING' && of ? [of] : [])),
  );
  const classes: PlannedCohort['classes'] = [];
  for (const one of cohort.classes) {
    const opens = one.status === 'planned' && !lacking.has(one.code);
    if (opens) await client.postAnew(`/v1/classes/${one.id}/openings`, { json: '{}' }, opened);
    classes.push(opens ? { ...one, status: 'open' } : one);
  }
  return { ...cohort, classes };
};

const report = ({ code, classes, warnings }: PlannedCohort): string =>
  [
    `Kullet ${code} er planlagt: ${plural(classes.length, 'klasse', 'klasser')}.`,
    '',
    list(classes.map((one) => [`${code}/${one.code}`, statusText[one.status]])),
    '',
    ...(warnings.length === 0 ? [] : ['Se på dette:', ...warnings.map(({ message }) => `  ${message}`), '']),
  ].join('\n');

/** Sends the plan in a file, and opens the classes when that is asked for. */
export const sendPlan = async (call: Call, client: KullClient, path: string): Promise<number> => {
  const text = jsonIn(path);
  call.progress.step('Planlegger kullet');
  const cohort = await planCohort(client, text);
  const shown = call.flag('open') ? await openClasses(client, cohort) : cohort;
  call.progress.end();
  call.terminal.out(call.flag('json') ? `${JSON.stringify(shown, null, 2)}\n` : report(shown));
  return 0;
};
