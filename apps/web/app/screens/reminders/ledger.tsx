import { useInfiniteQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import type { LedgerState } from '../../../../../libs/reminders/src/read-models/reminder.v1';
import type { LedgerRow } from '../../../../../libs/reminders/src/read-models/reminder-ledger.query';
import { get, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { useToast } from '../../kit/toasts';
import { useUrlState } from '../../kit/url-state';
import { Recipient, useRecipients } from './recipient';
import { t } from './reminder-texts';
import { subjectTexts } from './subject-texts';

interface LedgerPage {
  readonly counts: Readonly<Record<LedgerState, number>>;
  readonly data: readonly LedgerRow[];
  readonly nextCursor: string | null;
}

const columnsWith = (nameOf: (of: string) => string): readonly Column<LedgerRow>[] => [
  {
    key: 'when',
    header: t.columns.when,
    cell: ({ stateAt }) => dayAndTime(stateAt),
    file: [{ type: 'instant', value: ({ stateAt }) => stateAt }],
  },
  { key: 'what', header: t.columns.what, isName: true, cell: ({ subject }) => subjectTexts[subject] },
  { key: 'programme', header: t.columns.programme, cell: ({ programmeCode }) => programmeCode },
  {
    key: 'to',
    header: t.columns.recipient,
    cell: ({ recipient }) => <Recipient of={recipient} />,
    file: [{ value: ({ recipient }) => nameOf(recipient) }],
  },
  { key: 'as', header: t.columns.channel, cell: ({ channel }) => t.channels[channel] },
  { key: 'state', header: t.columns.state, cell: ({ state }) => t.states[state] },
  {
    key: 'reason',
    header: t.columns.reason,
    cell: ({ reason }) => (reason === null ? '–' : <code>{reason}</code>),
    file: [{ value: ({ reason }) => reason }],
  },
];

const useLedger = (state: LedgerState | undefined) =>
  useInfiniteQuery({
    queryKey: ['reminders', 'ledger', state ?? 'all'],
    queryFn: ({ pageParam }) => get<LedgerPage>('/reminders', { limit: 100, state, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

interface RowsProps {
  readonly ledger: ReturnType<typeof useLedger>;
  readonly caption: string;
  readonly columns: readonly Column<LedgerRow>[];
  readonly empty: ComponentChildren;
}

const Rows = ({ ledger, caption, columns: shown, empty }: RowsProps) => {
  const { personOf } = useRecipients();
  return (
    <Loaded of={ledger}>
      {({ pages }) => (
        <>
          <Table
            caption={caption}
            rows={pages.flatMap(({ data }) => data)}
            columns={shown}
            rowKey={({ id }) => id}
            tools={{ name: caption, person: ({ recipient }) => personOf(recipient) }}
            empty={empty}
          />
          {ledger.hasNextPage && (
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              disabled={ledger.isFetchingNextPage}
              onClick={() => void ledger.fetchNextPage()}
            >
              {t.more}
            </button>
          )}
        </>
      )}
    </Loaded>
  );
};

const FILTERS = ['SENT', 'DEFERRED', 'FAILED', 'UNKNOWN', 'CANCELLED'] as const satisfies readonly LedgerState[];

/** All that was told and not told, newest first, with why. */
export const Ledger = () => {
  const [given, setState] = useUrlState('tilstand');
  const state = FILTERS.find((one) => one === given);
  const ledger = useLedger(state);
  const { nameOf } = useRecipients();
  const columns = columnsWith(nameOf);
  const counts = ledger.data?.pages[0]?.counts;
  return (
    <>
      <fieldset class="chips" aria-label={t.columns.state}>
        {[undefined, ...FILTERS].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            class="ds-chip"
            aria-pressed={state === one}
            onClick={() => setState(one)}
          >
            {one === undefined ? t.all : `${t.states[one]} ${counts ? number(counts[one]) : ''}`}
          </button>
        ))}
      </fieldset>
      <Rows ledger={ledger} caption={t.views.sendt} columns={columns} empty={t.nothingSent} />
    </>
  );
};

type Resolution = 'ARRIVED' | 'SEND_AGAIN';

/** What only a person can settle: whether it arrived, or is to be sent again. */
export const Stuck = () => {
  const unknown = useLedger('UNKNOWN');
  const failed = useLedger('FAILED');
  const { nameOf } = useRecipients();
  const columns = columnsWith(nameOf);
  const toast = useToast();
  const resolve = useAct(({ id, resolution }: { readonly id: string; readonly resolution: Resolution }, key) =>
    send(`/reminders/${id}/resolutions`, { json: { resolution }, key }),
  );
  const say = async (id: string, resolution: Resolution): Promise<void> => {
    if (await resolve.run({ id, resolution })) toast({ text: resolution === 'ARRIVED' ? t.saidArrived : t.saidAgain });
  };
  const withActs: readonly Column<LedgerRow>[] = [
    ...columns,
    {
      key: 'acts',
      header: t.columns.is,
      file: [],
      cell: ({ id }) => (
        <span class="acts">
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            disabled={resolve.isSending}
            onClick={() => void say(id, 'ARRIVED')}
          >
            {t.arrived}
          </button>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            disabled={resolve.isSending}
            onClick={() => void say(id, 'SEND_AGAIN')}
          >
            {t.sendAgain}
          </button>
        </span>
      ),
    },
  ];
  return (
    <>
      <p class="ds-paragraph">{t.stuckIntro}</p>
      {resolve.problem && <ProblemNote error={resolve.problem} />}
      <h2 class="ds-heading" data-size="xs">
        {t.states.UNKNOWN}
      </h2>
      <Rows ledger={unknown} caption={t.states.UNKNOWN} columns={withActs} empty={t.nothingStuck} />
      <h2 class="ds-heading" data-size="xs">
        {t.states.FAILED}
      </h2>
      <Rows ledger={failed} caption={t.states.FAILED} columns={columns} empty={t.nothingStuck} />
    </>
  );
};
