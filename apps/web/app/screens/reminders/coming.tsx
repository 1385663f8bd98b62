import { useQuery } from '@tanstack/preact-query';
import type { EntryInWords } from '../../../../../libs/reminders/src/http/reminder-calendar.controller';
import { get } from '../../api/client';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { type Column, Table } from '../../kit/table';
import { Recipient, useRecipients } from './recipient';
import { t } from './reminder-texts';
import { subjectTexts } from './subject-texts';

const columnsWith = (nameOf: (of: string) => string): readonly Column<EntryInWords>[] => [
  {
    key: 'when',
    header: t.columns.when,
    sortBy: ({ sendAt }) => sendAt,
    cell: ({ sendAt }) => dayAndTime(sendAt),
    file: [{ type: 'instant', value: ({ sendAt }) => sendAt }],
  },
  {
    key: 'what',
    header: t.columns.what,
    isName: true,
    sortBy: ({ subject }) => subjectTexts[subject],
    cell: ({ subject }) => subjectTexts[subject],
  },
  { key: 'programme', header: t.columns.programme, cell: ({ programmeCode }) => programmeCode },
  {
    key: 'to',
    header: t.columns.recipient,
    cell: ({ recipient }) => <Recipient of={recipient} />,
    file: [{ value: ({ recipient }) => nameOf(recipient) }],
  },
  { key: 'as', header: t.columns.channel, cell: ({ channel }) => t.channels[channel] },
  { key: 'stops', header: t.columns.stops, cell: ({ cancelledBy }) => cancelledBy },
  { key: 'is', header: t.columns.is, cell: ({ standing }) => t.standing[standing] },
];

/** What goes out in the coming weeks, to whom, and what would stop it (W28). */
export const Coming = () => {
  const { nameOf, personOf } = useRecipients();
  const columns = columnsWith(nameOf);
  const calendar = useQuery({
    queryKey: ['reminders', 'calendar'],
    queryFn: () => get<{ readonly data: readonly EntryInWords[] }>('/reminder-calendar'),
  });
  return (
    <Loaded of={calendar}>
      {({ data }) => (
        <>
          {data.length > 0 && <p class="ds-paragraph">{t.comingIntro(number(data.length))}</p>}
          <Table
            caption={t.views.kalender}
            rows={data}
            columns={columns}
            rowKey={({ id }) => id}
            tools={{ name: t.views.kalender, person: ({ recipient }) => personOf(recipient) }}
            empty={t.nothingComing}
          />
        </>
      )}
    </Loaded>
  );
};
