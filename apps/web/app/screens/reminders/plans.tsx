import { useQuery } from '@tanstack/preact-query';
import type { Plan } from '../../../../../libs/reminders/src/domain/plan';
import { get, send } from '../../api/client';
import { classesQuery } from '../../classes/classes';
import { useAct } from '../../kit/act';
import { dayAndTime } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { useToast } from '../../kit/toasts';
import { t } from './reminder-texts';
import { subjectTexts } from './subject-texts';

type PlanView = Omit<Plan, 'onSince'> & { readonly onSince: string | null };

const PlansOf = ({ programme }: { readonly programme: string }) => {
  const plans = useQuery({
    queryKey: ['reminders', 'plans', programme],
    queryFn: () => get<{ readonly data: readonly PlanView[] }>(`/reminder-plans/${programme}`),
  });
  const toast = useToast();
  const turn = (subject: string, on: boolean, key?: string) =>
    send(`/reminder-plans/${programme}/${subject}/switches`, { json: { on }, key });
  const act = useAct(({ subject, on }: { readonly subject: PlanView['subject']; readonly on: boolean }, key) =>
    turn(subject, on, key),
  );
  const change = async ({ subject, onSince }: PlanView): Promise<void> => {
    const on = onSince === null;
    if (!(await act.run({ subject, on }))) return;
    const name = subjectTexts[subject];
    toast({ text: on ? t.switchedOn(name) : t.switchedOff(name), undo: () => turn(subject, !on) });
  };
  const columns: readonly Column<PlanView>[] = [
    { key: 'what', header: t.columns.what, isName: true, cell: ({ subject }) => subjectTexts[subject] },
    {
      key: 'steps',
      header: t.columns.steps,
      cell: ({ steps }) => steps.map(({ daysBefore, at }) => t.before(daysBefore, at.slice(0, 5))).join(', '),
    },
    { key: 'as', header: t.columns.channel, cell: ({ channels }) => channels.map((one) => t.channels[one]).join(', ') },
    {
      key: 'is',
      header: t.columns.is,
      cell: (plan) => (
        <span class="acts">
          {plan.onSince === null ? t.off : t.onSince(dayAndTime(plan.onSince))}
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            disabled={act.isSending}
            aria-label={`${plan.onSince === null ? t.switchOn : t.switchOff}: ${subjectTexts[plan.subject]}`}
            onClick={() => void change(plan)}
          >
            {plan.onSince === null ? t.switchOn : t.switchOff}
          </button>
        </span>
      ),
    },
  ];
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="xs">
        {programme}
      </h2>
      {act.problem && <ProblemNote error={act.problem} />}
      <Loaded of={plans}>
        {({ data }) => (
          <Table
            caption={`${t.views.planer}: ${programme}`}
            rows={data}
            columns={columns}
            rowKey={({ subject }) => subject}
            empty={t.nothingSent}
          />
        )}
      </Loaded>
    </section>
  );
};

/** What each programme reminds of, and whether at all. */
export const Plans = () => {
  const classes = useQuery(classesQuery);
  return (
    <Loaded of={classes}>
      {(all) => {
        const programmes = [...new Set(all.map(({ programme }) => programme))].sort();
        if (programmes.length === 0) return <p class="empty">{t.noProgrammes}</p>;
        return (
          <>
            <p class="ds-paragraph">{t.plansIntro}</p>
            {programmes.map((programme) => (
              <PlansOf key={programme} programme={programme} />
            ))}
          </>
        );
      }}
    </Loaded>
  );
};
