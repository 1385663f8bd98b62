import type { AddressFault } from '@kull/people';
import { useQuery } from '@tanstack/preact-query';
import { getAll } from '../../api/client';
import { dayAndTime } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { type Column, Table } from '../../kit/table';
import { Recipient, useRecipients } from './recipient';
import { t } from './reminder-texts';

type ListedFault = AddressFault & { readonly personId: string };

const columnsWith = (nameOf: (of: string) => string): readonly Column<ListedFault>[] => [
  {
    key: 'to',
    header: t.columns.recipient,
    isName: true,
    cell: ({ personId }) => <Recipient of={personId} />,
    file: [{ value: ({ personId }) => nameOf(personId) }],
  },
  {
    key: 'fault',
    header: t.columns.fault,
    cell: ({ kind, code }) => (
      <>
        {kind === 'BOUNCED' ? t.bounced : t.refused} <code>{code}</code>
      </>
    ),
    file: [{ value: ({ kind, code }) => `${kind === 'BOUNCED' ? t.bounced : t.refused} ${code}` }],
  },
  {
    key: 'since',
    header: t.columns.since,
    sortBy: ({ at }) => at,
    cell: ({ at }) => dayAndTime(at),
    file: [{ type: 'instant', value: ({ at }) => at }],
  },
];

/** Whom mail does not reach. */
export const Addresses = () => {
  const { nameOf, personOf } = useRecipients();
  const columns = columnsWith(nameOf);
  const faults = useQuery({
    queryKey: ['reminders', 'address-faults'],
    queryFn: () => getAll<ListedFault>('/address-faults'),
  });
  return (
    <Loaded of={faults}>
      {(data) => (
        <>
          {data.length > 0 && <p class="ds-paragraph">{t.addressesIntro}</p>}
          <Table
            caption={t.views.adresser}
            rows={data}
            columns={columns}
            rowKey={({ personId }) => personId}
            tools={{ name: t.views.adresser, person: ({ personId }) => personOf(personId) }}
            empty={t.allAddressesWork}
          />
        </>
      )}
    </Loaded>
  );
};
