import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';

/** A cohort as lists show it. */
export interface CohortRow {
  readonly cohortId: string;
  readonly code: string;
  readonly programme: string;
  readonly title: string;
  readonly basis: 'INTAKE' | 'COMMISSION';
  readonly commissionedPlaces: number;
  readonly classes: number;
  /** Of all its classes together. */
  readonly capacity: number;
  readonly placesTaken: number;
}

/** Reads cohorts. */
@Injectable()
export class Cohorts {
  constructor(private readonly events: EventStore) {}

  /** Cohorts by code, from behind the one last seen. */
  page({ limit, after }: { readonly limit: number; readonly after: string }): Promise<CohortRow[]> {
    return this.events.query<CohortRow>(
      `select h.cohort_id as "cohortId", h.code, h.programme, h.title, h.basis,
              h.commissioned_places as "commissionedPlaces", count(c.class_id)::integer as classes,
              coalesce(sum(c.capacity), 0)::integer as capacity,
              coalesce(sum(c.places_taken), 0)::integer as "placesTaken"
         from cohort_v1 h left join class_v2 c on c.intake = h.code
        where h.code > $1 group by h.cohort_id order by h.code limit $2`,
      [after, limit],
    );
  }
}
