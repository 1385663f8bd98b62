import type { ReadModel, Recorded } from '@kull/event-store';
import { type ReminderPlanEvent, reminderPlan } from '../domain/reminder-plan';

type PlanFact = Recorded<ReminderPlanEvent>;

const programmeOf = ({ stream }: PlanFact): string => stream.slice(reminderPlan.category.length + 1);

/** The plans of every programme: what the tick goes by. */
export const reminderPlanReadModel: ReadModel = {
  name: 'reminder_plan',
  version: 1,
  mode: 'inline',
  handles: ['ReminderPlanSet', 'ReminderPlanSwitchedOn', 'ReminderPlanSwitchedOff'],
  tables: ['reminder_plan_v1'],
  whose: { reminder_plan_v1: { staff: 'how a programme reminds: a person is told what reached them' } },
  create: `
    create table reminder_plan_v1 (
      programme_code text collate "C" not null,
      subject        text collate "C" not null,
      terms          jsonb not null,
      on_since       timestamptz,
      version        integer not null,
      primary key (programme_code, subject)
    )
  `,
  apply: async (events, tx) => {
    // Administrators change plans, one or fourteen at a time: in order, for a later one goes by the earlier.
    for (const fact of events as readonly PlanFact[]) {
      const name = [programmeOf(fact), fact.data.subject] as const;
      switch (fact.type) {
        case 'ReminderPlanSet': {
          const { subject: _, ...terms } = fact.data as Extract<ReminderPlanEvent, { type: 'ReminderPlanSet' }>['data'];
          await tx.query(
            `insert into reminder_plan_v1 (programme_code, subject, terms, version) values ($1, $2, $3, $4)
             on conflict (programme_code, subject) do update set terms = excluded.terms, version = excluded.version`,
            [...name, JSON.stringify(terms), fact.version],
          );
          break;
        }
        case 'ReminderPlanSwitchedOn':
          await tx.query(
            'update reminder_plan_v1 set on_since = $3, version = $4 where programme_code = $1 and subject = $2',
            [...name, (fact.data as { at: string }).at, fact.version],
          );
          break;
        case 'ReminderPlanSwitchedOff':
          await tx.query(
            'update reminder_plan_v1 set on_since = null, version = $3 where programme_code = $1 and subject = $2',
            [...name, fact.version],
          );
          break;
      }
    }
  },
};
