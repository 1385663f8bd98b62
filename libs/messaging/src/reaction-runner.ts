import { randomUUID } from 'node:crypto';
import { Codecs, Database, isPassing, Reader, type Recorded, type Tx, Wakeup } from '@kull/event-store';
import { Logger } from '@nestjs/common';
import type { Reaction } from './contracts';
import { faultText } from './fault-text';
import { Loop } from './loop';
import { checkIntent, type Owed, owe } from './outbox';

const PAGE = 1_000;
/** When another process is at it: look again, in case it dies. */
const OTHER_OWNER_MS = 1_000;

interface Standing {
  readonly reaction: string;
  readonly position: number;
  readonly head: number;
}

const BEHIND = `select 1 from messaging.reaction_checkpoint c, log.head h
  where c.reaction = any ($1) and c.position < h.position limit 1`;

const OWN = `select c.reaction, c.position::float8 as position, h.position::float8 as head
    from messaging.reaction_checkpoint c, log.head h
   where c.reaction = any ($1) order by c.reaction for update of c skip locked`;

const MOVE = `update messaging.reaction_checkpoint
    set position = $2, owner = $4, moved_at = now(), stopped_at = null, last_error = null
  where reaction = any ($1) and position = $3`;

const REGISTER = `insert into messaging.reaction_checkpoint (reaction, position)
  select r.name, case when r.starts_at = 'beginning' then 0 else h.position end
    from unnest($1::text[], $2::text[]) as r (name, starts_at), log.head h
  on conflict do nothing`;

/**
 * Turns events into owed work: a page of events, the outbox rows and the new checkpoints in one transaction. Reactions
 * that stand at the same place share the page. The row locks of the checkpoints are the ownership: another process
 * passes by, and takes over the moment the owner's connection is gone. An event that a reaction cannot take stops that
 * reaction, not the others; nothing is skipped.
 */
export class ReactionRunner {
  private readonly log = new Logger('reactions');
  private readonly owner = randomUUID();
  private readonly stopped = new Set<string>();
  private readonly loop: Loop;
  private readonly wakeup: Wakeup;

  constructor(
    private readonly database: Database,
    private readonly codecs: Codecs,
    private readonly reactions: readonly Reaction[],
  ) {
    this.loop = new Loop(
      () => this.catchUp(),
      (fault) => this.log.error({ message: 'events not read', fault: faultText(fault) }),
    );
    this.wakeup = new Wakeup(database, 'kull_events', () => this.loop.wake());
  }

  async start(): Promise<void> {
    await this.database.query(REGISTER, [
      this.reactions.map(({ name }) => name),
      this.reactions.map(({ startsAt }) => startsAt),
    ]);
    await this.wakeup.start();
  }

  async stop(): Promise<void> {
    await this.wakeup.stop();
    await this.loop.stop();
  }

  private async catchUp(): Promise<void> {
    if (this.going.length === 0 || (await this.database.query(BEHIND, [this.going])).length === 0) return;
    for (;;) {
      const outcome = await this.database.transaction((tx) => this.step(tx));
      if (outcome === 'somebody else') this.loop.wakeIn(OTHER_OWNER_MS);
      if (outcome !== 'more') return;
    }
  }

  private get going(): readonly string[] {
    return this.reactions.map(({ name }) => name).filter((name) => !this.stopped.has(name));
  }

  /** One page for every place in the log where reactions stand. */
  private async step(tx: Tx): Promise<'somebody else' | 'more' | 'level'> {
    const standings = await tx.query<Standing>(OWN, [this.going]);
    const head = standings[0]?.head;
    if (head === undefined) return 'somebody else';
    const places = [...new Set(standings.map(({ position }) => position))].filter((place) => place < head);
    places.sort((a, b) => a - b);
    let level = true;
    for (const [i, place] of places.entries()) {
      // Up to where the next ones stand: from there on they share their pages.
      const upTo = places[i + 1] ?? head;
      const here = standings.filter(({ position }) => position === place).map(({ reaction }) => reaction);
      if ((await this.react(here, place, upTo, tx)) < head) level = false;
    }
    return level ? 'level' : 'more';
  }

  /** Answers how far the page reaches. */
  private async react(names: readonly string[], from: number, upTo: number, tx: Tx): Promise<number> {
    const here = this.reactions.filter(({ name }) => names.includes(name));
    const types = [...new Set(here.flatMap(({ handles }) => handles))];
    const events = await new Reader(tx, this.codecs).pageOfTypes(from, upTo, types, PAGE);
    const to = events.length === PAGE ? events.at(-1)!.position : upTo;
    const owed: Owed[] = [];
    const moved: string[] = [];
    for (const reaction of here) {
      const own = await this.owedBy(reaction, events, tx);
      if (!own) continue;
      owed.push(...own);
      moved.push(reaction.name);
    }
    await owe(owed, tx);
    await tx.query(MOVE, [moved, to, from, this.owner]);
    return to;
  }

  /** What the page makes the reaction ask for; undefined when the reaction has to stop at one of the events. */
  private async owedBy(reaction: Reaction, events: readonly Recorded[], tx: Tx): Promise<readonly Owed[] | undefined> {
    const { name, handles, jobs } = reaction;
    const owed: Owed[] = [];
    for (const event of events) {
      if (!handles.includes(event.type)) continue;
      try {
        for (const intent of reaction.react(event)) {
          owed.push({ intent: checkIntent(intent, jobs), reaction: name, position: event.position });
        }
      } catch (fault) {
        if (isPassing(fault)) throw fault;
        const what = faultText(fault);
        this.stopped.add(name);
        this.log.error({ message: 'reaction stopped', reaction: name, position: event.position, fault: what });
        await tx.query(
          'update messaging.reaction_checkpoint set stopped_at = now(), last_error = $2 where reaction = $1',
          [name, what],
        );
        return undefined;
      }
    }
    return owed;
  }
}
