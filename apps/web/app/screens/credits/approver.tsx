import { useQuery } from '@tanstack/preact-query';
import { useId } from 'preact/hooks';
import type { AccountView } from '../../../../../libs/access/src/accounts/accounts.dto';
import { getAll } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: {
    label: 'Godkjent av',
    choose: 'Velg hvem',
    hint: 'En annen administrator som har sett på det. Du kan ikke velge deg selv.',
  },
  nn: {
    label: 'Godkjent av',
    choose: 'Vel kven',
    hint: 'Ein annan administrator som har sett på det. Du kan ikkje velje deg sjølv.',
  },
  en: {
    label: 'Approved by',
    choose: 'Choose who',
    hint: 'Another administrator who has looked at it. You cannot choose yourself.',
  },
});

const isAdministrator = ({ roles, suspendedAt }: AccountView): boolean =>
  suspendedAt === null && roles.some(({ role }) => role === 'administrator');

interface ApproverProps {
  readonly value: string;
  readonly onChange: (account: string) => void;
}

/** Who approves where the API asks for a second person by name. The one place that knows how approvers are named. */
export const Approver = ({ value, onChange }: ApproverProps) => {
  const me = useStaff().code;
  const id = useId();
  const accounts = useQuery({ queryKey: ['access', 'accounts'], queryFn: () => getAll<AccountView>('/accounts') });
  const others = (accounts.data ?? []).filter((one) => isAdministrator(one) && one.account !== me);
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {t.label}
      </label>
      <p class="quiet" id={`${id}-hint`}>
        {t.hint}
      </p>
      <select
        class="ds-input"
        id={id}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{t.choose}</option>
        {others.map(({ account }) => (
          <option key={account} value={account}>
            {account}
          </option>
        ))}
      </select>
    </div>
  );
};
