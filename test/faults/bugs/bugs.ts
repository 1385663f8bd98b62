import type { Database } from '@kull/event-store';
import { built } from '../built';

/** A mistake that the harness has to catch (reliability.md 4.5). A second guard that would hide it is removed with it. */
export interface Bug {
  readonly name: string;
  readonly what: string;
  /** Invariants of which at least one has to be breached. */
  readonly red: readonly string[];
  /** Module of this folder that is loaded before the api and every worker. */
  readonly preload?: string;
  /** What is changed in the database. */
  readonly inDatabase?: (owner: Database) => Promise<void>;
  readonly trustingAudit?: true;
  /** Only the simulated year has a clock that is wrong; absent: the storm. */
  readonly in?: 'year';
}

/** Positions from a sequence and no lock: what was committed later may stand before, and rollbacks leave holes. */
const positionsFromSequence = async (owner: Database): Promise<void> => {
  const [row] = await owner.query<{ source: string }>(
    `select pg_get_functiondef(p.oid) as source from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'log' and p.proname = 'append'`,
  );
  const changed = row!.source
    .replace('into strict head from log.head for update;', 'into strict head from log.head;')
    .replace('next_position := next_position + 1;', "next_position := nextval('log.bug_position');")
    .replace(
      'update log.head set position = next_position,',
      'update log.head set position = greatest(position, next_position),',
    );
  if (changed.split('bug_position').length !== 2) throw new Error('log.append is not as the seeded bug knows it');
  await owner.query('create sequence if not exists log.bug_position');
  await owner.query("select setval('log.bug_position', greatest(1, (select position from log.head)))");
  await owner.query('grant usage on sequence log.bug_position to kull_app');
  await owner.query(changed);
};

export const bugs: readonly Bug[] = [
  {
    name: 'B1',
    what: 'positions from a sequence, without the lock',
    red: ['I3', 'I4', 'I5'],
    inDatabase: positionsFromSequence,
  },
  { name: 'B2', what: 'nothing holds that a certificate is one', red: ['I6', 'I16'], preload: 'b2' },
  { name: 'B3', what: 'a job is done before its effect is committed', red: ['I6'], preload: 'b3' },
  { name: 'B4', what: 'what the queue lost is not put there again', red: ['I7'], preload: 'b4' },
  { name: 'B5', what: 'what is done is put on the queue again', red: ['I8'], preload: 'b5' },
  { name: 'B6', what: 'a checkpoint moves in a transaction of its own', red: ['I10'], preload: 'b6' },
  {
    name: 'B7',
    what: 'what is due goes by the clock of the process',
    red: ['slots', 'mail server'],
    preload: 'b7',
    in: 'year',
  },
  { name: 'B8', what: 'a letter with an unknown outcome is sent again', red: ['I8'], preload: 'b8' },
  { name: 'B9', what: 'the number of a delivery comes from a sequence', red: ['I9'], preload: 'b9' },
  { name: 'B10', what: 'signed without an intent', red: ['I6'], preload: 'b10' },
  { name: 'B11', what: 'a file is written where it stays', red: ['I15', 'I12', 'I6'], preload: 'b11' },
  { name: 'B12', what: 'the auditor trusts stored hashes', red: ['F28'], trustingAudit: true },
];

/** What is loaded before a program, so that it has the bug. */
export const modulesOf = (bug: Bug | undefined): readonly string[] =>
  bug?.preload === undefined ? [] : [built(`test/faults/bugs/${bug.preload}`)];

export const bugNamed = (name: string): Bug => {
  const bug = bugs.find((one) => one.name === name);
  if (!bug) throw new Error(`No seeded bug is called ${name}. There are: ${bugs.map((one) => one.name).join(', ')}.`);
  return bug;
};
