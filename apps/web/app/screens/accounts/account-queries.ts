import type { AccountView } from '@kull/access/accounts/accounts.dto';
import type { StaffMember } from '@kull/people';
import { useQuery } from '@tanstack/preact-query';
import { get, getAll, send } from '../../api/client';
import type { InLanguages } from '../../kit/texts';

/** Who may log in, and as what. */
export const accountsQuery = {
  queryKey: ['access', 'accounts'],
  queryFn: () => getAll<AccountView>('/accounts'),
} as const;

/** A name for a code. */
export type StaffName = Pick<StaffMember, 'code' | 'name'>;

/** Who works here, by code. */
export const staffQuery = { queryKey: ['people', 'staff'], queryFn: () => getAll<StaffName>('/staff') } as const;

/** What a code stands for; somebody who does not work here keeps the code. */
export const useStaffNames = (): ((code: string) => string) => {
  const { data } = useQuery(staffQuery);
  return (code) => data?.find((one) => one.code === code)?.name ?? code;
};

/** A way to log in. */
export interface Login {
  readonly id: string;
  readonly names: InLanguages<string>;
  readonly knows: 'person' | 'account';
}

/** The ways in which accounts log in. */
export const loginsQuery = {
  queryKey: ['access', 'logins'],
  queryFn: async (): Promise<readonly Login[]> => {
    const { data } = await get<{ readonly data: readonly Login[] }>('/logins');
    return data.filter(({ knows }) => knows === 'account');
  },
} as const;

/** Changes an account: `roles`, `role-withdrawals`, `suspensions`, `reinstatements`. */
export const change = (account: string, act: string, json: unknown, key: string): Promise<AccountView> =>
  send(`/accounts/${encodeURIComponent(account)}/${act}`, { json, key });
