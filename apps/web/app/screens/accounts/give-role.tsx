import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { classesQuery } from '../../classes/classes';
import { t } from './account-texts';

/** Roles that are given for certain classes. */
const OF_CLASSES = ['coordinator', 'teacher'];
const ORG_NUMBER = /^\d{9}$/;

interface GiveRoleProps {
  readonly isSending: boolean;
  readonly onGive: (role: object, called: string) => void;
}

/** Chooses a role, with the classes or the organisation that it is for. */
export const GiveRole = ({ isSending, onGive }: GiveRoleProps) => {
  const { data: classes = [] } = useQuery(classesQuery);
  const [role, setRole] = useState('administrator');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [orgNumber, setOrgNumber] = useState('');
  const isOfClasses = OF_CLASSES.includes(role);
  const isOfOrganisation = role === 'association';
  const isReady = (!isOfClasses || chosen.length > 0) && (!isOfOrganisation || ORG_NUMBER.test(orgNumber));
  const give = (event: Event): void => {
    event.preventDefault();
    if (!isReady) return;
    const of = { ...(isOfClasses && { classes: chosen }), ...(isOfOrganisation && { orgNumber }) };
    onGive({ role, ...of }, t.roles[role] ?? role);
  };
  return (
    <form class="stack" onSubmit={give}>
      <label class="ds-label field">
        {t.role}
        <select class="ds-input" value={role} onChange={({ currentTarget }) => setRole(currentTarget.value)}>
          {Object.entries(t.roles).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {isOfClasses && (
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{t.classes}</legend>
          {classes.map(({ id, code, intake }) => (
            <label key={id} class="choice-line">
              <input
                type="checkbox"
                class="ds-input"
                checked={chosen.includes(id)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              />
              {code} {intake}
            </label>
          ))}
        </fieldset>
      )}
      {isOfOrganisation && (
        <label class="ds-label field">
          {t.orgNumber}
          <input
            class="ds-input"
            inputMode="numeric"
            value={orgNumber}
            onInput={({ currentTarget }) => setOrgNumber(currentTarget.value.replaceAll(/\s/g, ''))}
          />
        </label>
      )}
      <div class="acts">
        <button type="submit" class="ds-button" disabled={!isReady || isSending}>
          {t.give}
        </button>
      </div>
    </form>
  );
};
