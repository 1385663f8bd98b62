import { useQuery } from '@tanstack/preact-query';
import { useId } from 'preact/hooks';
import { inLanguage } from '../../kit/texts';
import { accountsQuery, useStaffNames } from '../accounts/account-queries';

const t = inLanguage({
  nb: { assessor: 'Vurderer (kode)' },
  nn: { assessor: 'Vurderar (kode)' },
  en: { assessor: 'Assessor (code)' },
});

interface Props {
  readonly value: string;
  readonly onChange: (assessor: string) => void;
}

/** Who assesses: those who have an account for it are suggested by name; an assessor of a file may have none. */
export const AssessorField = ({ value, onChange }: Props) => {
  const id = useId();
  const { data: accounts = [] } = useQuery(accountsQuery);
  const nameOf = useStaffNames();
  const assessors = accounts.filter(
    ({ roles, suspendedAt }) => !suspendedAt && roles.some(({ role }) => role === 'assessor'),
  );
  return (
    <label class="ds-field">
      <span class="ds-label">{t.assessor}</span>
      <input
        class="ds-input"
        maxLength={64}
        list={id}
        autocomplete="off"
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <datalist id={id}>
        {assessors.map(({ account }) => (
          <option key={account} value={account}>
            {nameOf(account)}
          </option>
        ))}
      </datalist>
    </label>
  );
};
