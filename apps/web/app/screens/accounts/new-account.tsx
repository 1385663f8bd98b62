import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { Confirm } from '../../kit/dialog';
import { language } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { Login, StaffName } from './account-queries';
import { t } from './account-texts';

interface NewAccountProps {
  /** Those who have no account yet. */
  readonly staff: readonly StaffName[];
  readonly logins: readonly Login[];
  readonly onClose: () => void;
  readonly onOpened: (code: string) => void;
}

interface Opening {
  readonly code: string;
  readonly login: string;
  readonly name: string;
}

/** Lets a member of staff log in. */
export const NewAccount = ({ staff, logins, onClose, onOpened }: NewAccountProps) => {
  const [code, setCode] = useState(staff[0]?.code ?? '');
  const [login, setLogin] = useState(logins[0]?.id ?? '');
  const [name, setName] = useState('');
  const toast = useToast();
  const act = useAct(({ code: account, ...json }: Opening) =>
    send(`/accounts/${encodeURIComponent(account)}`, { method: 'PUT', json }),
  );
  return (
    <Confirm
      title={t.newAccount}
      act={act}
      input={{ code, login, name }}
      confirm={t.letIn}
      isReady={code !== '' && login !== '' && name.trim() !== ''}
      onClose={onClose}
      onDone={() => {
        toast({ text: t.letInDone(staff.find((one) => one.code === code)?.name ?? code) });
        onOpened(code);
      }}
    >
      <label class="ds-label field">
        {t.staff}
        <select class="ds-input" value={code} onChange={({ currentTarget }) => setCode(currentTarget.value)}>
          {staff.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name} ({one.code})
            </option>
          ))}
        </select>
      </label>
      <label class="ds-label field">
        {t.columns.login}
        <select class="ds-input" value={login} onChange={({ currentTarget }) => setLogin(currentTarget.value)}>
          {logins.map(({ id, names }) => (
            <option key={id} value={id}>
              {names[language]}
            </option>
          ))}
        </select>
      </label>
      <label class="ds-label field">
        {t.loginName}
        <input
          class="ds-input"
          value={name}
          autocomplete="off"
          aria-describedby="login-name-why"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <p class="ds-paragraph" id="login-name-why" data-size="sm">
        {t.loginNameWhy}
      </p>
    </Confirm>
  );
};
