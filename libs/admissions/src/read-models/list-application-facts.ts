import { EventStore, type Sealed } from '@kull/event-store';
import { People } from '@kull/people';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ApplicationDetails, applicationDetailsPurpose } from '../contracts';
import type { Quota } from '../domain/quota';

/** What reports count of an application: no name, and nothing that only one person has. */
export interface ReportedApplication {
  readonly applicationNo: string;
  readonly intake: string;
  /** The first of the classes that were wished for. */
  readonly firstWish: string;
  readonly municipality: string;
  readonly serviceArea: string;
  /** Absent: the person was forgotten. */
  readonly profession?: string;
  readonly physician: boolean;
  readonly qualified: boolean;
  /** Whether an offer was ever made. */
  readonly offered: boolean;
  /** The place that is held now. */
  readonly place: { readonly class: string; readonly quota: Quota } | null;
}

/** Every application that was not replaced by a later one, of one intake (by its code) or of all. */
export class ListApplicationFacts extends Query<readonly ReportedApplication[]> {
  constructor(readonly intake?: string) {
    super();
  }
}

type Row = Omit<ReportedApplication, 'profession'> & { readonly details: Sealed };

const FACTS = `
  select a.application_no as "applicationNo", a.intake, a.facts->'wishes'->>0 as "firstWish",
         a.facts->>'municipality' as municipality, a.facts->>'serviceArea' as "serviceArea",
         (a.facts->>'physician')::boolean as physician, coalesce(a.status = 'QUALIFIED', false) as qualified,
         exists (select from offer_v1 o where o.application = a.id) as offered,
         case when a.held_class is not null
              then json_build_object('class', a.held_class, 'quota', a.held_quota) end as place,
         a.details
    from application_v1 a
   where ($1::text is null or a.intake = $1) and a.status is distinct from 'SUPERSEDED'
   order by a.intake, a.application_no`;

@QueryHandler(ListApplicationFacts)
export class ListApplicationFactsHandler implements IQueryHandler<ListApplicationFacts> {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  async execute({ intake }: ListApplicationFacts): Promise<readonly ReportedApplication[]> {
    const rows = await this.events.query<Row>(FACTS, [intake ?? null]);
    const details = await this.people.open<ApplicationDetails>(
      rows.map((row) => ({ sealed: row.details, purpose: applicationDetailsPurpose })),
    );
    return rows.map(({ details: _, ...row }, at) => ({ ...row, profession: details[at]?.profession }));
  }
}
