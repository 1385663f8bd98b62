import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { ApplicantLinks } from '../applicant-links';
import {
  ApplicantDeadlines,
  type ApplicationToComplete,
  type DraftToSend,
  type OfferToAnswer,
} from '../contracts/deadlines';
import type { ApplicationFacts } from '../domain/application-facts';
import type { Shortcoming } from '../domain/eligibility';
import { type IntakeDefinition, roundOf } from '../domain/intake-definition';
import { missingDocuments } from '../domain/missing-documents';
import { eligibilityRules } from '../domain/ranking-run';

interface OfferRow {
  readonly id: string;
  readonly person: string;
  readonly intake: string;
  readonly round: number;
  readonly class: string;
  readonly wish_no: number;
  readonly wishes: readonly string[];
  readonly held_class: string | null;
  readonly reply_by: Date;
  readonly outcome: 'ACCEPTED' | 'DECLINED' | 'LAPSED' | null;
  readonly definition: IntakeDefinition;
}

interface ApplicationRow {
  readonly id: string;
  readonly person: string;
  readonly intake: string;
  readonly status: string | null;
  readonly codes: readonly Shortcoming[];
  readonly facts: ApplicationFacts;
  readonly definition: IntakeDefinition;
}

interface DraftRow {
  readonly id: string;
  readonly person: string;
  readonly intake: string;
  readonly saved_at: Date;
  readonly definition: IntakeDefinition;
}

/** Whoever has sent an application to the intake has no draft any more. */
const DRAFTS = `select d.id, d.person, d.intake, d.saved_at, i.definition
  from application_draft_v1 d join intake_v1 i on i.code = d.intake
  where not exists (select from application_v1 a where a.intake = d.intake and a.person = d.person)`;

const OFFERS = `select o.id, o.person, o.intake, o.round, o.class, o.wish_no, o.reply_by, o.outcome, i.definition,
    a.facts->'wishes' as wishes, a.held_class
  from offer_v1 o join intake_v1 i on i.code = o.intake join application_v1 a on a.id = o.application`;

/** Of several applications of one person the latest counts (I-02); nobody is asked to complete another. */
const APPLICATIONS = `select a.id, a.person, a.intake, a.status, a.codes, a.facts, i.definition
  from application_v1 a join intake_v1 i on i.code = a.intake
  where not exists (select from application_v1 b where b.intake = a.intake and b.person = a.person
    and (b.facts->>'submittedAt', b.application_no collate "C") > (a.facts->>'submittedAt', a.application_no collate "C"))`;

const draftOf = ({ id, person, intake, saved_at, definition }: DraftRow): DraftToSend => {
  const { code, title } = definition.programme;
  return {
    draftId: id,
    personId: person,
    intake,
    programme: { code, title },
    savedAt: saved_at.toISOString(),
    closesAt: definition.window.closesAt,
  };
};

const offerOf = (
  { id, person, intake, round, class: code, wish_no, wishes, held_class, reply_by, outcome, definition }: OfferRow,
  links: ApplicantLinks,
): OfferToAnswer => {
  const { code: programmeCode, title } = definition.programme;
  const { site, startsOn } = definition.classes.find((one) => one.code === code)!;
  return {
    offerId: id,
    personId: person,
    intake,
    programme: { code: programmeCode, title },
    round,
    class: code,
    site,
    startsOn,
    betterWishes: wishes.slice(0, wish_no - 1),
    ...(held_class !== null && { holds: held_class }),
    answerPath: links.pathTo('tilbud', id),
    madeAt: roundOf(definition, round)!.offersAt,
    replyBy: reply_by.toISOString(),
    ...(outcome && { outcome }),
  };
};

const applicationOf = ({
  id,
  person,
  intake,
  status,
  codes,
  facts,
  definition,
}: ApplicationRow): ApplicationToComplete => {
  const { code, title } = definition.programme;
  const deadline = status === null ? 'WINDOW' : 'SUPPLEMENT';
  return {
    applicationId: id,
    personId: person,
    intake,
    programme: { code, title },
    missing: missingDocuments(status, codes, facts, eligibilityRules(definition)),
    deadline,
    dueBy: deadline === 'WINDOW' ? definition.window.closesAt : definition.rounds[0]!.offersAt,
  };
};

/** What applicants must do in time, as lists have it. */
@Injectable()
export class ApplicantDeadlineQueries extends ApplicantDeadlines {
  constructor(
    private readonly events: EventStore,
    private readonly links: ApplicantLinks,
  ) {
    super();
  }

  async drafts(programmeCode: string, after: Instant, by: Instant): Promise<readonly DraftToSend[]> {
    const rows = await this.events.query<DraftRow>(
      `${DRAFTS} and i.definition->'programme'->>'code' = $1
          and (i.definition->'window'->>'closesAt')::timestamptz > $2
          and (i.definition->'window'->>'closesAt')::timestamptz <= $3 order by d.id`,
      [programmeCode, after, by],
    );
    return rows.map(draftOf);
  }

  async draftsNamed(draftIds: readonly string[]): Promise<readonly DraftToSend[]> {
    return (await this.events.query<DraftRow>(`${DRAFTS} and d.id = any ($1)`, [draftIds])).map(draftOf);
  }

  async offers(programmeCode: string, after: Instant, by: Instant): Promise<readonly OfferToAnswer[]> {
    const rows = await this.events.query<OfferRow>(
      `${OFFERS} where o.outcome is null and o.reply_by > $2 and o.reply_by <= $3
          and i.definition->'programme'->>'code' = $1 order by o.reply_by, o.id`,
      [programmeCode, after, by],
    );
    return rows.map((row) => offerOf(row, this.links));
  }

  async offersNamed(offerIds: readonly string[]): Promise<readonly OfferToAnswer[]> {
    const rows = await this.events.query<OfferRow>(`${OFFERS} where o.id = any ($1)`, [offerIds]);
    return rows.map((row) => offerOf(row, this.links));
  }

  async incomplete(programmeCode: string, after: Instant, by: Instant): Promise<readonly ApplicationToComplete[]> {
    const rows = await this.events.query<ApplicationRow>(
      `${APPLICATIONS} and i.status = 'open' and i.definition->'programme'->>'code' = $1
          and (a.status is null and not a.facts ? 'employerConfirmedOn' or a.status = 'NEEDS_MORE') order by a.id`,
      [programmeCode],
    );
    return rows.map(applicationOf).filter(({ missing, dueBy }) => missing.length > 0 && after < dueBy && dueBy <= by);
  }

  async applicationsNamed(applicationIds: readonly string[]): Promise<readonly ApplicationToComplete[]> {
    const rows = await this.events.query<ApplicationRow>(`${APPLICATIONS} and a.id = any ($1)`, [applicationIds]);
    return rows.map(applicationOf);
  }
}
