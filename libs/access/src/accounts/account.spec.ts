import { describe, expect, it } from '@jest/globals';
import { given } from '@kull/kernel/given';
import { type AccountEvent, account, type LoginName } from './account';

const kari = 'khe';
const at = (fingerprint: string): LoginName => ({ login: 'feide', fingerprint });
const opened: AccountEvent = { type: 'AccountOpened', data: { account: kari, ...at('a') } };
const granted: AccountEvent = { type: 'RoleGranted', data: { account: kari, role: 'administrator' } };
const suspended: AccountEvent = { type: 'AccountSuspended', data: { account: kari } };
const replaced: AccountEvent = { type: 'LoginReplaced', data: { account: kari, before: at('a'), ...at('b') } };
const asked = { account: kari, by: 'admin' };
const open = (name: LoginName) => ({ type: 'OpenAccount', data: { ...asked, ...name } }) as const;
const grant = { type: 'GrantRole', data: { ...asked, role: 'administrator' } } as const;
const withdraw = { type: 'WithdrawRole', data: { ...asked, role: 'administrator' } } as const;
const suspend = { type: 'SuspendAccount', data: asked } as const;
const reinstate = { type: 'ReinstateAccount', data: asked } as const;

describe('an account', () => {
  it('is opened once for a name, and later for another', () => {
    given(account)()
      .when(open(at('a')))
      .then(opened);
    given(account)(opened)
      .when(open(at('a')))
      .thenNothing();
    given(account)(opened)
      .when(open(at('b')))
      .then(replaced);
    given(account)(opened, replaced)
      .when(open(at('b')))
      .thenNothing();
  });

  it('is given roles and loses them', () => {
    given(account)(opened).when(grant).then(granted);
    given(account)(opened, granted).when(grant).thenNothing();
    given(account)(opened, granted)
      .when(withdraw)
      .then({ type: 'RoleWithdrawn', data: { account: kari, role: 'administrator' } });
    given(account)(opened).when(withdraw).thenNothing();
  });

  it('acts for one organisation at a time', () => {
    const desk = (orgNumber: string) => ({ account: kari, role: 'association', orgNumber }) as const;
    const first: AccountEvent = { type: 'RoleGranted', data: desk('960474341') };
    const second: AccountEvent = { type: 'RoleGranted', data: desk('971228865') };
    const order = { type: 'GrantRole', data: { ...desk('971228865'), by: 'admin' } } as const;
    given(account)(opened, first).when(order).then(second);
    given(account)(opened, first, second).when(order).thenNothing();
  });

  it('keeps its roles while it is suspended', () => {
    given(account)(opened, granted).when(suspend).then(suspended);
    given(account)(opened, granted, suspended).when(suspend).thenNothing();
    given(account)(opened, granted, suspended).when(grant).thenNothing();
    given(account)(opened, granted, suspended)
      .when(reinstate)
      .then({ type: 'AccountReinstated', data: { account: kari } });
    given(account)(opened).when(reinstate).thenNothing();
  });

  it('is not changed by its owner, nor before it is opened', () => {
    for (const order of [open(at('b')), grant, withdraw, suspend, reinstate]) {
      const own = { ...order, data: { ...order.data, by: kari } } as typeof order;
      given(account)(opened, granted).when(own).rejectedAs({ code: 'OWN_ACCOUNT' });
      if (order.type !== 'OpenAccount') given(account)().when(order).rejectedAs({ code: 'ACCOUNT_UNKNOWN' });
    }
  });

  it('holds the name at the log-in for itself, and gives the one before back', () => {
    expect(account.setRules!(opened)).toEqual([{ kind: 'claim', key: 'login:feide:a', holder: kari }]);
    expect(account.setRules!(replaced)).toEqual([
      { kind: 'free', key: 'login:feide:a', holder: kari },
      { kind: 'claim', key: 'login:feide:b', holder: kari },
    ]);
    expect(account.setRules!(granted)).toEqual([]);
  });
});
