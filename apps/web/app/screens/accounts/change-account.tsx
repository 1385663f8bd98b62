import type { AccountView } from '@kull/access/accounts/accounts.dto';
import { useAct } from '../../kit/act';
import { Dialog } from '../../kit/dialog';
import { ProblemNote } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { change } from './account-queries';
import { t } from './account-texts';
import { GiveRole } from './give-role';

interface ChangeAccountProps {
  readonly account: AccountView;
  readonly name: string;
  readonly onClose: () => void;
}

interface Step {
  readonly act: 'roles' | 'role-withdrawals' | 'suspensions' | 'reinstatements';
  readonly json?: unknown;
  /** What is said when it is done. */
  readonly done: string;
}

/** What one account may be used for: give and take roles, close and open. */
export const ChangeAccount = ({ account: { account, roles, suspendedAt }, name, onClose }: ChangeAccountProps) => {
  const toast = useToast();
  const step = useAct(({ act, json }: Step, key) => change(account, act, json, key));
  const take = async (one: Step): Promise<void> => {
    if (await step.run(one)) toast({ text: `${name}: ${one.done}` });
  };
  return (
    <Dialog title={t.changeOf(name)} onClose={onClose}>
      {step.problem && <ProblemNote error={step.problem} />}
      {roles.length === 0 && <p class="ds-paragraph">{t.noRoles}</p>}
      <ul class="roles">
        {roles.map(({ role, orgNumber, classes }) => {
          const called = t.roles[role] ?? role;
          return (
            <li key={role}>
              <span>
                {called} {orgNumber} {classes && `(${classes.length})`}
              </span>
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                aria-label={t.takeRole(called)}
                disabled={step.isSending}
                onClick={() => void take({ act: 'role-withdrawals', json: { role }, done: t.taken(called) })}
              >
                {t.take}
              </button>
            </li>
          );
        })}
      </ul>
      <GiveRole
        isSending={step.isSending}
        onGive={(json, called) => void take({ act: 'roles', json, done: t.given(called) })}
      />
      <p class="ds-paragraph" data-size="sm">
        {t.suspendWhy}
      </p>
      <div class="acts">
        {suspendedAt === null ? (
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-color="danger"
            disabled={step.isSending}
            onClick={() => void take({ act: 'suspensions', done: t.suspended })}
          >
            {t.suspend}
          </button>
        ) : (
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            disabled={step.isSending}
            onClick={() => void take({ act: 'reinstatements', done: t.reinstated })}
          >
            {t.reinstate}
          </button>
        )}
      </div>
    </Dialog>
  );
};
