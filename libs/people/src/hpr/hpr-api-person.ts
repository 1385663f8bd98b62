import { addDays, isCode, isLocalDate, type LocalDate } from '@kull/kernel';
import { z } from 'zod';
import type { HprEntry } from '../contracts';

/** The register comes with times of day where a day is meant. */
const day = z
  .string()
  .transform((text) => text.slice(0, 10))
  .refine(isLocalDate)
  .nullish();

const code = z.object({ verdi: z.string().nullish() }).nullish();

const approval = z.object({
  helsepersonellkategori: code,
  periode: z.object({ fra: day, til: day }).nullish(),
  avsluttetStatus: code,
});

const healthPerson = z.object({
  hprNummer: z.union([z.number().int(), z.string()]).transform(String),
  erstattetAvHprNummer: z.union([z.number().int(), z.string()]).nullish(),
  person: z.object({
    fornavn: z.string().nullish(),
    mellomnavn: z.string().nullish(),
    etternavn: z.string().nullish(),
    fødselsdato: day,
  }),
  godkjenninger: z.array(approval).nullish(),
});

/** The category of physicians in the register's code set of categories. */
const PHYSICIAN = 'LE';

interface Period {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

const isOpenEnded = ({ periode, avsluttetStatus }: z.infer<typeof approval>): boolean =>
  !periode?.til && Boolean(avsluttetStatus?.verdi);

/** The last unbroken time that these periods cover together: a licence and the authorisation that followed are one. */
const lastUnbroken = (periods: readonly Period[]): Period => {
  const [last, ...before] = [...periods].sort((a, b) => ((a.to ?? '9999') < (b.to ?? '9999') ? 1 : -1));
  let begun = last?.from;
  for (const { from, to } of before) {
    const adjoins = to === undefined || (begun !== undefined && addDays(to, 1) >= begun);
    if (adjoins && begun !== undefined && (from === undefined || from < begun)) begun = from;
  }
  return { ...(begun !== undefined && { from: begun }), ...(last?.to !== undefined && { to: last.to }) };
};

/**
 * What the register says of a person, from the JSON of HPR's open API. `undefined`: not in the form expected; `null`:
 * the number is nobody's now, since another has replaced it.
 *
 * **Assumption `hpr-open-api-v1`.** The API's description is published on its test server only. This reads the form that
 * public clients of `/v1/personer…` use: `person.{fornavn, mellomnavn, etternavn, fødselsdato}`, `hprNummer`,
 * `erstattetAvHprNummer`, and `godkjenninger[]` with `helsepersonellkategori.verdi` (`LE`: physician) and
 * `periode.{fra, til}`. Unknown members are ignored; a birth date that `nhn:hpr/basic` does not give is absent, which is
 * a warning and no mismatch. An approval that was ended without saying when does not count. A person with several
 * approvals is told by that of a physician; given names are first and middle name.
 */
export const entryFrom = (body: unknown, hprNumber: string): HprEntry | null | undefined => {
  const read = healthPerson.safeParse(body).data;
  if (!read || read.hprNummer !== hprNumber) return undefined;
  if (read.erstattetAvHprNummer) return null;
  const counted = (read.godkjenninger ?? []).filter((one) => !isOpenEnded(one));
  const asPhysician = counted.filter(({ helsepersonellkategori }) => helsepersonellkategori?.verdi === PHYSICIAN);
  const [other] = counted.flatMap(({ helsepersonellkategori }) => helsepersonellkategori?.verdi ?? []);
  const { fornavn, mellomnavn, etternavn, fødselsdato } = read.person;
  const names = {
    hprNumber,
    familyName: etternavn ?? '',
    givenNames: [fornavn, mellomnavn].filter(Boolean).join(' '),
    ...(fødselsdato && { birthDate: fødselsdato }),
  };
  if (asPhysician.length === 0) return { ...names, profession: other && isCode(other) ? other : 'NOT_STATED' };
  const { from, to } = lastUnbroken(
    asPhysician.map(({ periode }) => ({
      ...(periode?.fra && { from: periode.fra }),
      ...(periode?.til && { to: periode.til }),
    })),
  );
  return { ...names, profession: 'PHYSICIAN', ...(from && { authorisedFrom: from }), ...(to && { authorisedTo: to }) };
};
