import { EventStore } from '@kull/event-store';
import { idOf, type LocalDate } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { type AppealableDecision, appeal, appealableDecision, appealBy } from '../domain/appeal';
import { type AppealOutcome, type AppealText, appealReasonsPurpose, appealTextPurpose } from '../domain/appeal.events';
import { application } from '../domain/application';

/** An appeal in a list; no text. */
export interface AppealLine {
  readonly id: string;
  readonly applicationId: string;
  readonly applicationNo: string;
  readonly intake: string;
  readonly filedOn: LocalDate;
  /** Null: nobody has decided it. */
  readonly outcome: AppealOutcome | null;
  readonly decidedOn: LocalDate | null;
}

/** What has come of the right to appeal one decision. */
export interface AppealView {
  readonly personId: string;
  /** The last day to appeal, and whether an appeal would be too late by then. */
  readonly appealBy: LocalDate;
  readonly filed?: { readonly on: LocalDate; readonly text?: AppealText };
  readonly decisions: readonly { readonly on: LocalDate; readonly outcome: AppealOutcome; readonly reasons?: string }[];
  /** What being upheld led to. */
  readonly place?: { readonly on: LocalDate; readonly class: string };
}

const LIST = `select id, intake, application_no as "applicationNo", to_char(filed_on, 'YYYY-MM-DD') as "filedOn", outcome,
    to_char(decided_on, 'YYYY-MM-DD') as "decidedOn"
  from appeal_v1
 where ($1::text is null or intake = $1) and (to_char(filed_on, 'YYYY-MM-DD'), id) > ($2, $3)
   and ($4::text is null or coalesce(outcome, 'OPEN') = $4)
 order by to_char(filed_on, 'YYYY-MM-DD'), id limit $5`;

/** Questions about appeals. */
@Injectable()
export class AppealQueries {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /** The oldest first. */
  async list(asked: {
    readonly intake?: string;
    readonly status?: AppealOutcome | 'OPEN';
    readonly after: readonly [LocalDate, string];
    readonly limit: number;
  }): Promise<readonly AppealLine[]> {
    const { intake = null, status = null, after, limit } = asked;
    const rows = await this.events.query<Omit<AppealLine, 'applicationId'>>(LIST, [intake, ...after, status, limit]);
    return rows.map((row) => ({ ...row, applicationId: idOf('app', row.intake, row.applicationNo) }));
  }

  /** The application that an appeal is about; undefined when nobody has appealed under that id. */
  async applicationOf(id: string): Promise<string | undefined> {
    const [row] = await this.events.query<{ readonly intake: string; readonly no: string }>(
      'select intake, application_no as no from appeal_v1 where id = $1',
      [id],
    );
    return row && idOf('app', row.intake, row.no);
  }

  /** Whose application it is; undefined: nobody's. */
  async ownerOf(applicationId: string): Promise<string | undefined> {
    const { state } = await this.events.load(application, applicationId);
    return state.status === 'none' ? undefined : state.submitted.personId;
  }

  /** Undefined: the application is not decided, so there is nothing to appeal. */
  async ofApplication(applicationId: string): Promise<AppealView | undefined> {
    const { state } = await this.events.load(application, applicationId);
    const decision = appealableDecision(state);
    if (!decision || state.status !== 'decided') return undefined;
    const view = await this.viewOf(decision);
    const { onAppeal } = state;
    return onAppeal ? { ...view, place: { on: onAppeal.on, class: onAppeal.class } } : view;
  }

  private async viewOf(decision: AppealableDecision): Promise<AppealView> {
    const { intake, applicationNo, personId } = decision;
    const { state } = await this.events.load(appeal, idOf('apl', intake, applicationNo));
    const { filed, decisions } = state;
    const [text] = filed
      ? await this.people.open<AppealText>([{ sealed: filed.text, purpose: appealTextPurpose }])
      : [undefined];
    const reasons = await this.people.open<string>(
      decisions.map((one) => ({ sealed: one.reasons, purpose: appealReasonsPurpose })),
    );
    return {
      personId,
      appealBy: appealBy(state, decision),
      ...(filed && { filed: { on: filed.on, ...(text && { text }) } }),
      decisions: decisions.map(({ on, outcome }, at) => ({
        on,
        outcome,
        ...(reasons[at] !== undefined && { reasons: reasons[at] }),
      })),
    };
  }
}
