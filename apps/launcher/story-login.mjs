import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptSecret } from './secrets.mjs';

const names = (nb, nn, en) => ({ nb, nn, en });

/**
 * The settings of the demonstration's log-ins, written for api and provider alike: persons by ID-porten, BI's staff by
 * Feide, the association's desk by ID-porten. The provider stands in for both.
 */
export function writeStoryLogins(folder, keys, port) {
  const clientSecret = keptSecret(join(keys, 'story-login-secret'));
  const provider = `http://127.0.0.1:${port}`;
  const idPorten = {
    issuer: `${provider}/id-porten`,
    clientSecret,
    scope: 'openid profile',
    acr: ['idporten-loa-high', 'idporten-loa-substantial'],
    claim: 'pid',
  };
  const logins = [
    {
      ...idPorten,
      id: 'id-porten',
      names: names('ID-porten', 'ID-porten', 'ID-porten'),
      clientId: 'kull',
      knows: 'person',
    },
    {
      id: 'feide',
      names: names('Feide, for ansatte ved BI', 'Feide, for tilsette ved BI', 'Feide, for staff at BI'),
      issuer: `${provider}/feide`,
      clientId: 'kull-staff',
      clientSecret,
      scope: 'openid',
      knows: 'account',
      claim: 'https://n.feide.no/claims/eduPersonPrincipalName',
    },
    {
      ...idPorten,
      id: 'legeforeningen',
      names: names('ID-porten, for Legeforeningen', 'ID-porten, for Legeforeningen', 'ID-porten, for Legeforeningen'),
      clientId: 'kull-desk',
      knows: 'account',
    },
  ];
  const file = join(folder, 'logins.json');
  writeFileSync(file, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  return file;
}
