import './accounts.css';
import type { AccountView } from '@kull/access/accounts/accounts.dto';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useIsAdministrator, useStaff } from '../../frame/staff';
import { dayAndTime } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { type Column, Table } from '../../kit/table';
import { language } from '../../kit/texts';
import { accountsQuery, loginsQuery, staffQuery, useStaffNames } from './account-queries';
import { t } from './account-texts';
import { ChangeAccount } from './change-account';
import { NewAccount } from './new-account';

/** Who may log in, and as what; nobody changes their own (reliability.md S30). */
const Accounts = () => {
  const accounts = useQuery(accountsQuery);
  const staff = useQuery(staffQuery);
  const logins = useQuery(loginsQuery);
  const { code: own } = useStaff();
  const isAdministrator = useIsAdministrator();
  const [changed, setChanged] = useState<string | undefined>(undefined);
  const [isOpening, setOpening] = useState(false);
  const nameOf = useStaffNames();
  const loginOf = (id: string): string => logins.data?.find((one) => one.id === id)?.names[language] ?? id;
  const columns: readonly Column<AccountView>[] = [
    {
      key: 'who',
      header: t.columns.who,
      isName: true,
      sortBy: ({ account }) => nameOf(account),
      cell: ({ account }) => `${nameOf(account)} ${account === own ? t.you : ''}`,
    },
    { key: 'login', header: t.columns.login, cell: ({ login }) => loginOf(login) },
    {
      key: 'roles',
      header: t.columns.roles,
      cell: ({ roles }) => (roles.length === 0 ? t.noRoles : roles.map(({ role }) => t.roles[role] ?? role).join(', ')),
    },
    {
      key: 'is',
      header: t.columns.is,
      cell: ({ suspendedAt }) => (suspendedAt === null ? t.open : t.closed(dayAndTime(suspendedAt))),
    },
    {
      key: 'act',
      header: t.change,
      cell: ({ account }) =>
        isAdministrator &&
        account !== own && (
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            aria-label={t.changeOf(nameOf(account))}
            onClick={() => setChanged(account)}
          >
            {t.change}
          </button>
        ),
    },
  ];
  return (
    <Page
      title={t.title}
      acts={
        isAdministrator && (
          <button type="button" class="ds-button" onClick={() => setOpening(true)}>
            {t.newAccount}
          </button>
        )
      }
    >
      <p class="ds-paragraph">
        {t.intro} {t.notYours}
      </p>
      <Loaded of={accounts}>
        {(data) => {
          const account = data.find((one) => one.account === changed);
          return (
            <>
              <Table
                caption={t.title}
                rows={data}
                columns={columns}
                rowKey={({ account: code }) => code}
                onOpen={({ account: code }) => isAdministrator && code !== own && setChanged(code)}
                empty={t.empty}
              />
              {account && (
                <ChangeAccount account={account} name={nameOf(account.account)} onClose={() => setChanged(undefined)} />
              )}
              {isOpening && (
                <NewAccount
                  staff={(staff.data ?? []).filter(({ code }) => !data.some((one) => one.account === code))}
                  logins={logins.data ?? []}
                  onClose={() => setOpening(false)}
                  onOpened={(code) => {
                    setOpening(false);
                    setChanged(code);
                  }}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

export default Accounts;
