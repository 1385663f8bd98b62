import type { GrantedRole } from '@kull/access/accounts/account';
import { ChangeAccount } from '@kull/access/accounts/change-account';
import { Sessions } from '@kull/access/login/sessions';
import { newUuid } from '@kull/kernel';
import { CommandBus } from '@nestjs/cqrs';
import type { TestApi } from './api';

/** The cookie of a person who is logged in, without the way there. */
export const loggedInPerson = async ({ app }: TestApi, personId: string): Promise<string> =>
  `kull-session=${await app.get(Sessions).begin({ login: 'id-porten', subject: personId, knows: 'person', holder: personId })}`;

/** The cookie of an account that has one role and is logged in. */
export const loggedInAccount = async ({ app }: TestApi, account: string, role: GrantedRole): Promise<string> => {
  const asked = { account, by: 'test' };
  const context = () => ({
    commandId: newUuid(),
    actor: 'test',
    correlationId: newUuid(),
    source: 'test',
    occurredAt: '2026-09-01T08:00:00.000Z',
  });
  const name = { login: 'feide', fingerprint: Buffer.from(account).toString('hex').padEnd(64, '0') };
  const commands = app.get(CommandBus);
  await commands.execute(new ChangeAccount({ type: 'OpenAccount', data: { ...asked, ...name } }, context()));
  await commands.execute(new ChangeAccount({ type: 'GrantRole', data: { ...asked, ...role } }, context()));
  const session = { login: 'feide', subject: account, knows: 'account', holder: account } as const;
  return `kull-session=${await app.get(Sessions).begin(session)}`;
};
