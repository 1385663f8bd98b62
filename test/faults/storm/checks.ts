import { verifyPdf } from '@kull/documents';
import { Codecs, compareWithRebuild, type Database, verifyLog } from '@kull/event-store';
import type { Sink } from '@kull/mail/sink/sink';
import { allParts } from '../../../apps/contexts';
import { eventually } from '../../harness/working';
import { i6 } from '../certificate-invariants';
import type { House } from '../house';
import { type Breaches, footprint, i2, i3, i4, i5, i7 } from '../invariants';
import type { Ledger } from '../ledger';
import type { Tail } from '../tail';
import { i8 } from './mail-check';

/**
 * I1: what was acknowledged is remembered under its key; that what it did is stored too, saying it all again tells. What
 * was never answered is a breach as well: nobody gave up asking.
 */
const acknowledged = async (database: Database, ledger: Ledger): Promise<Breaches> => {
  const keys = ledger.of('ack').filter((key) => !key.startsWith('PUT '));
  const lost = await database.query(
    `select l.key as lost from unnest($1::text[]) as l (key)
      where not exists (select from http.idempotency i where i.key = l.key and i.status between 200 and 299)`,
    [keys],
  );
  return [...lost, ...ledger.of('unknown').map((unanswered) => ({ unanswered }))];
};

/** I6, the bytes: every certificate's document carries a signature that verifies. */
const signatures = async (database: Database): Promise<Breaches> => {
  const rows = await database.query<{ sha256: string; bytes: Buffer }>(
    "select sha256, bytes from documents.document where content_type = 'application/pdf'",
  );
  return rows.filter(({ bytes }) => !verifyPdf(bytes).unaltered).map(({ sha256 }) => ({ unsigned: sha256 }));
};

/** I9: the feed has no gap, and every version that has to leave left once. */
const i9 = async (database: Database): Promise<Breaches> => [
  ...(await database.query(
    `select stream as gap from log.event where type = 'ExportBatchReleased' group by 1
      having max((data ->> 'seq')::int) <> count(*) or min((data ->> 'seq')::int) <> 1`,
  )),
  ...(await database.query(
    `with line as (
       select l ->> 'number' as number, (l ->> 'version')::int as version
         from log.event, json_array_elements(data -> 'lines') l where type = 'ExportBatchPrepared')
     select number as delivered_twice, version from line group by 1, 2 having count(*) > 1`,
  )),
  ...(await database.query(
    `with line as (
       select distinct l ->> 'number' as number
         from log.event, json_array_elements(data -> 'lines') l where type = 'ExportBatchPrepared'),
     revoked as (select data ->> 'number' as number from log.event where type = 'CertificateRevoked')
     select data ->> 'number' as undelivered from log.event
      where type = 'CertificateIssued' and data ->> 'number' not in (select number from line)
        and data ->> 'number' not in (select number from revoked)`,
  )),
];

/** I10: every read model is what a rebuild gives. */
const i10 = async (database: Database): Promise<Breaches> => {
  const codecs = new Codecs(allParts().codecs);
  const differing: unknown[] = [];
  for (const model of allParts().readModels) {
    const { live, rebuilt } = await compareWithRebuild(model, codecs, database);
    const tables = [...rebuilt].filter(([table, digest]) => live.get(table) !== digest).map(([table]) => table);
    if (tables.length > 0) differing.push({ readModel: model.name, tables });
  }
  return differing;
};

/**
 * F42: an upgrade in which every read model is new, killed between its statements until it is through. Those that
 * follow are filled by a worker afterwards, as ever.
 */
const upgrade = async ({ house, whileUpgrading }: Judged): Promise<Breaches> => {
  const { owner } = house;
  await owner.query('drop schema read cascade');
  await owner.query('delete from log.subscription');
  whileUpgrading(() => house.migrate());
  const worker = house.worker('worker-upgraded');
  worker.start();
  await worker.untilReady();
  const behind = (): Promise<Breaches> =>
    owner.query('select s.name as behind from log.subscription s, log.head h where s.position <> h.position');
  await eventually(behind, ({ length }) => length === 0, 60_000).catch(() => undefined);
  await worker.stop();
  return [...(await behind()), ...(await i10(owner))];
};

/** An auditor that believes the hashes that are stored, instead of computing them (B12). */
const trustingAudit = async (): Promise<{ readonly intact: true }> => ({ intact: true });

/** F28: one event is changed behind the service's back, and the auditor has to name that event. */
const tampering = async (database: Database, seed: number, trusting: boolean): Promise<Breaches> => {
  const [head] = await database.query<{ position: number }>('select position::int as position from log.head');
  const position = 1 + (seed % head!.position);
  await database.transaction(async (tx) => {
    await tx.query("set local session_replication_role = 'replica'");
    await tx.query(`update log.event set data = replace(data::text, '":', '" :')::json where position = $1`, [
      position,
    ]);
  });
  const audit = trusting ? await trustingAudit() : await verifyLog(database);
  return !audit.intact && audit.position === position ? [] : [{ tampered: position, audit }];
};

/** What a run is judged by. */
export interface Judged {
  readonly house: House;
  readonly tail: Tail;
  readonly ledger: Ledger;
  readonly sink: Sink;
  /** Of so many letters the outcome may be unknown, because somebody died in the midst of them. */
  readonly ambiguous: number;
  readonly seed: number;
  readonly trusting: boolean;
  /** Does it under fire. */
  whileUpgrading(migrate: () => void): void;
  /** Says everything to the service once more. */
  again(): Promise<void>;
}

/** Said again, and with a worker started anew, the log learns nothing and nothing is done (I1, I16). */
const repetition = async ({ house, again }: Judged): Promise<Breaches> => {
  const before = await footprint(house.owner);
  await again();
  const late = house.worker('worker-late');
  late.start();
  await late.untilReady();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await late.stop();
  const after = await footprint(house.owner);
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ before, after }];
};

/** Every invariant that is breached, with at most five of what breaches it. The log is changed in the end (F28). */
export const breachesOf = async (judged: Judged): Promise<Readonly<Record<string, Breaches>>> => {
  const { house, tail, ledger, sink, ambiguous, seed, trusting } = judged;
  const { owner } = house;
  const found: [string, Breaches][] = [];
  found.push(['I16', await repetition(judged)]);
  await tail.stop();
  found.push(
    ['I1', await acknowledged(owner, ledger)],
    ['I2', await i2(owner)],
    ['I3', await i3(owner)],
    ['I4', await i4(owner, tail.seen)],
    ['I5', await i5(owner)],
    ['I6', [...(await i6(owner)), ...(await signatures(owner))]],
    ['I7', await i7(owner)],
    ['I8', await i8(owner, await sink.messages(), ambiguous)],
    ['I9', await i9(owner)],
    ['I10', await i10(owner)],
  );
  await Promise.all(house.everybody.map((mortal) => mortal.stop()));
  found.push(['F42', await upgrade(judged)], ['F28', await tampering(owner, seed, trusting)]);
  return Object.fromEntries(found.filter(([, of]) => of.length > 0).map(([name, of]) => [name, of.slice(0, 5)]));
};
