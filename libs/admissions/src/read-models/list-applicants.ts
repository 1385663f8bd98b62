import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Quota } from '../domain/quota';
import type { ApplicationStatus } from '../domain/ranking-run';

/** An application as it stands. */
export interface ListedApplicant {
  readonly applicationId: string;
  readonly personId: string;
  readonly applicationNo: string;
  readonly intake: string;
  readonly municipality: string;
  /** Null until the intake has been ranked. */
  readonly status: ApplicationStatus | null;
  /** The place that is held now. */
  readonly place: { readonly class: string; readonly quota: Quota } | null;
  /** The offer that can still be answered. */
  readonly offer: { readonly class: string; readonly quota: Quota; readonly replyBy: Instant } | null;
  /** The places on waiting lists, the best first. */
  readonly waiting: readonly { readonly class: string; readonly quota: Quota; readonly position: number }[];
  readonly isDecided: boolean;
}

/** Whose applications: of these persons, or under this number; of everybody when neither is said. */
export interface WhichApplicants {
  readonly personIds?: readonly string[];
  readonly applicationNo?: string;
}

/** Everybody who has applied, by intake and number, the newest intake first. */
export class ListApplicants extends Query<readonly ListedApplicant[]> {
  constructor(readonly which: WhichApplicants = {}) {
    super();
  }
}

interface Row extends Omit<ListedApplicant, 'offer'> {
  readonly offer: { readonly class: string; readonly quota: Quota; readonly replyBy: string } | null;
}

@QueryHandler(ListApplicants)
export class ListApplicantsHandler implements IQueryHandler<ListApplicants> {
  constructor(private readonly events: EventStore) {}

  async execute({ which: { personIds, applicationNo } }: ListApplicants): Promise<readonly ListedApplicant[]> {
    const rows = await this.events.query<Row>(
      `with waits as (
         select intake, application_no, json_agg(json_build_object('class', class, 'quota', quota, 'position', position)
                                                 order by position, class, quota) as waiting
           from waiting_place_v1 group by intake, application_no
       ), open as (
         select distinct on (application) application,
                json_build_object('class', class, 'quota', quota, 'replyBy', reply_by) as offer
           from offer_v1 where outcome is null order by application, round desc
       )
       select a.id as "applicationId", a.person as "personId", a.application_no as "applicationNo", a.intake,
              a.facts->>'municipality' as municipality, a.status,
              case when a.held_class is not null
                   then json_build_object('class', a.held_class, 'quota', a.held_quota) end as place,
              o.offer, coalesce(w.waiting, '[]') as waiting, a.decision is not null as "isDecided"
         from application_v1 a
         left join waits w on w.intake = a.intake and w.application_no = a.application_no
         left join open o on o.application = a.id
        where ($1::text[] is null or a.person = any ($1)) and ($2::text is null or a.application_no = $2)
        order by a.intake desc, a.application_no`,
      [personIds ?? null, applicationNo ?? null],
    );
    return rows.map(({ offer, ...row }) => ({
      ...row,
      offer: offer && { ...offer, replyBy: new Date(offer.replyBy).toISOString() },
    }));
  }
}
