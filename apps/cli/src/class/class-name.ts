import { z } from 'zod';
import type { Call } from '../command';
import type { KullClient } from '../service/client';
import { Unusable } from '../terminal/failures';

const listed = z.looseObject({
  id: z.string(),
  code: z.string(),
  intake: z.string().nullish(),
  status: z.string(),
});

/** A class as people name it: `NLP-2026/OSLO-2` for one that an intake fills, else by its code alone. */
export interface NamedClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Where the operations about the class are. */
  readonly at: string;
}

const nameOf = ({ code, intake }: z.infer<typeof listed>): string => (intake ? `${intake}/${code}` : code);

/** The class of that name. */
export const classNamed = async (client: KullClient, name: string): Promise<NamedClass> => {
  const [intake] = name.split('/');
  const of = name.includes('/') ? `?intake=${encodeURIComponent(intake!)}` : '';
  const all = await client.list(`/v1/classes${of}`, listed);
  const found = all.find((one) => nameOf(one) === name);
  if (found) return { id: found.id, code: found.code, name, at: `/v1/classes/${found.id}` };
  throw new Unusable(
    `Fant ikke klassen ${name}. Ingenting er endret.`,
    all.length === 0 ? ['Skriv OPPTAK/KLASSE, som NLP-2026/OSLO-2.'] : [`Klassene er ${all.map(nameOf).join(', ')}.`],
  );
};

/** What all classes are called, by their ids. */
export const classNames = async (client: KullClient): Promise<ReadonlyMap<string, string>> =>
  new Map((await client.list('/v1/classes', listed)).map((one) => [one.id, nameOf(one)]));

/** The arguments of a command, by the names that its usage gives them. */
export const argumentsOf = <Name extends string>(
  { positionals }: Call,
  usage: string,
  needed: readonly Name[],
  most = needed.length,
): Readonly<Record<Name, string>> & { readonly rest: readonly string[] } => {
  if (positionals.length < needed.length || positionals.length > most)
    throw new Unusable(`Bruk: kull ${usage}. Ingenting er endret.`);
  const named = Object.fromEntries(needed.map((name, i) => [name, positionals[i]!])) as Record<Name, string>;
  return { ...named, rest: positionals.slice(needed.length) };
};
