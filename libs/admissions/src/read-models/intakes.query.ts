import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { IntakeDefinition } from '../domain/intake-definition';
import type { Quota } from '../domain/quota';
import type { RankingCounts } from '../domain/ranking-run';

/** An intake in a list. */
export interface IntakeRow {
  readonly id: string;
  readonly code: string;
  readonly status: 'open' | 'decided' | 'completed';
  readonly definition: IntakeDefinition;
  readonly ranking: RankingCounts | null;
}

/** How many places of a class are used in a quota, and how. */
export interface PlacesUsed {
  readonly class: string;
  readonly quota: Quota;
  readonly held: number;
  readonly offered: number;
}

/** The numbers of an intake. */
export interface IntakeNumbers {
  readonly applications: number;
  /** Assessments given, by all assessors. */
  readonly assessments: number;
  /** By status; `RECEIVED` until ranked. */
  readonly byStatus: Readonly<Record<string, number>>;
  readonly offers: number;
  readonly openOffers: number;
  readonly used: readonly PlacesUsed[];
  readonly released: Readonly<Record<string, number>>;
  readonly waiting: number;
  readonly rounds: readonly { readonly round: number; readonly status: 'offered' | 'closed' }[];
}

/** Questions about intakes. */
@Injectable()
export class IntakeQueries {
  constructor(private readonly events: EventStore) {}

  /** A page of the list, by code. */
  list({ after, limit }: { readonly after: string; readonly limit: number }): Promise<IntakeRow[]> {
    return this.events.query<IntakeRow>(
      'select id, code, status, definition, ranking from intake_v1 where code > $1 order by code collate "C" limit $2',
      [after, limit],
    );
  }

  async numbers(intake: string): Promise<IntakeNumbers> {
    const count = <Row extends object>(sql: string): Promise<Row[]> => this.events.query<Row>(sql, [intake]);
    const [statuses, [offers], held, offered, releases, [waiting], rounds, [assessments]] = await Promise.all([
      count<{ status: string | null; n: number }>(
        'select status, count(*)::integer as n from application_v1 where intake = $1 group by status',
      ),
      count<{ made: number; open: number }>(
        `select count(*)::integer as made, (count(*) filter (where outcome is null))::integer as open
           from offer_v1 where intake = $1`,
      ),
      count<{ class: string; quota: Quota; n: number }>(
        `select held_class as class, held_quota as quota, count(*)::integer as n
           from application_v1 where intake = $1 and held_class is not null group by 1, 2`,
      ),
      count<{ class: string; quota: Quota; n: number }>(
        `select class, quota, count(*)::integer as n from offer_v1 where intake = $1 and outcome is null group by 1, 2`,
      ),
      count<{ class: string; places: number }>('select class, places from earmarked_release_v1 where intake = $1'),
      count<{ n: number }>('select count(*)::integer as n from waiting_place_v1 where intake = $1'),
      count<{ round: number; status: 'offered' | 'closed' }>(
        'select round, status from round_v1 where intake = $1 order by round',
      ),
      count<{ n: number }>('select count(*)::integer as n from assessment_v1 where intake = $1'),
    ]);
    const byStatus = Object.fromEntries(statuses.map(({ status, n }) => [status ?? 'RECEIVED', n]));
    return {
      applications: statuses.reduce((sum, { n }) => sum + n, 0),
      assessments: assessments!.n,
      byStatus,
      offers: offers!.made,
      openOffers: offers!.open,
      used: usedPlaces(held, offered),
      released: Object.fromEntries(releases.map((row) => [row.class, row.places])),
      waiting: waiting!.n,
      rounds,
    };
  }
}

interface Count {
  readonly class: string;
  readonly quota: Quota;
  readonly n: number;
}

const usedPlaces = (held: readonly Count[], offered: readonly Count[]): readonly PlacesUsed[] => {
  const used = new Map<string, PlacesUsed>();
  const add = ({ class: code, quota }: Count, heldMore: number, offeredMore: number): void => {
    const key = `${code}/${quota}`;
    const before = used.get(key);
    used.set(key, {
      class: code,
      quota,
      held: (before?.held ?? 0) + heldMore,
      offered: (before?.offered ?? 0) + offeredMore,
    });
  };
  for (const count of held) add(count, count.n, 0);
  for (const count of offered) add(count, 0, count.n);
  return [...used.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, places]) => places);
};
