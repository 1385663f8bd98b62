import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type Competitor, type Field, layOutField } from '../domain/field';
import type { IntakeDefinition } from '../domain/intake-definition';
import { placesAtFirst } from '../domain/places-at-first';
import type { Quota } from '../domain/quota';
import { type ClassPlaces, type Position, type Standing, standingOf } from '../domain/standing';
import type { Tier } from '../domain/verified-physician';

/** One who competes, with what an offer event says of them. */
export interface CompetitorRow extends Competitor {
  readonly id: string;
  readonly person: string;
}

/** Who competes in an intake and where all stand now. */
export interface IntakeStanding {
  readonly competitors: readonly CompetitorRow[];
  readonly field: Field;
  readonly standing: Standing;
}

interface Row {
  readonly id: string;
  readonly person: string;
  readonly application_no: string;
  readonly municipality: string;
  readonly wishes: readonly string[];
  readonly total: number;
  readonly lottery_number: string;
  readonly tier: Tier | null;
  readonly limit_no: number;
  readonly held_wish: number | null;
  readonly held_quota: Quota | null;
}

const competitorOf = (row: Row): CompetitorRow => ({
  id: row.id,
  person: row.person,
  applicationNo: row.application_no,
  municipality: row.municipality,
  wishes: row.wishes,
  score: row.total,
  lotteryNumber: row.lottery_number,
  tier: row.tier ?? undefined,
});

const positionOf = ({ limit_no: limit, held_wish: wishNo, held_quota: quota }: Row): Position =>
  wishNo === null || quota === null ? { limit } : { limit, holds: { wishNo, quota } };

/** Where all who compete in an intake stand. */
@Injectable()
export class StandingQueries {
  constructor(private readonly events: EventStore) {}

  async of(definition: IntakeDefinition): Promise<IntakeStanding> {
    const [rows, places] = await Promise.all([
      this.events.query<Row>(
        `select id, person, application_no, facts->>'municipality' as municipality, facts->'wishes' as wishes, total,
                lottery_number, tier, limit_no, held_wish, held_quota
           from application_v1 where intake = $1 and total is not null order by application_no`,
        [definition.intake],
      ),
      this.placesNow(definition),
    ]);
    const competitors = rows.map(competitorOf);
    const field = layOutField(
      competitors,
      definition.classes.map(({ code }) => code),
      definition.maxPerMunicipalityPerClass,
    );
    return { competitors, field, standing: standingOf(field, rows.map(positionOf), places) };
  }

  private async placesNow(definition: IntakeDefinition): Promise<readonly ClassPlaces[]> {
    const rows = await this.events.query<{ readonly class: string; readonly places: number }>(
      'select class, places from earmarked_release_v1 where intake = $1',
      [definition.intake],
    );
    const released = new Map(rows.map((row) => [row.class, row.places]));
    return placesAtFirst(definition).map(({ code, earmarked, general }) => {
      const places = released.get(code) ?? 0;
      return { code, earmarked: earmarked - places, general: general + places };
    });
  }
}
