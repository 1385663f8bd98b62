import { systemClock } from '@kull/kernel';
import type { Call } from '../command';
import { readInput } from '../files/input-file';
import { Unusable } from '../terminal/failures';
import { list as columns } from '../terminal/text';
import {
  type Badge,
  type CheckedCredential,
  checkedCredential,
  isCurrent,
  isRevokedIn,
  type StatusList,
} from './checked-credential';
import { type TrustedKeys, trustedKeys } from './trusted-keys';

/** Whether that is a badge or a status list, by its name. */
export const isCredential = (path: string): boolean => path.endsWith('.jwt');

type Standing = 'VALID' | 'REVOKED' | 'UNASKED';

const signedVerdict = (checked: CheckedCredential, { source }: TrustedKeys): string => {
  switch (checked.outcome) {
    case 'GENUINE':
      return checked.credential.kind === 'BADGE'
        ? 'Merket er uendret siden det ble signert, og nøkkelen er en av utstederens.'
        : 'Statuslisten er uendret siden den ble signert, og nøkkelen er en av utstederens.';
    case 'KEY_REVOKED':
      return `Filen er uendret siden den ble signert, men nøkkelen ble trukket tilbake ${checked.revokedAt}. Ikke stol på den; hent en ny hos utstederen.`;
    case 'UNKNOWN_KEY':
      return `Filen kan ikke kontrolleres: nøkkelen ${checked.kid} er ikke blant dem i ${source}. Hent dem fra /.well-known/kull-keys.json hos utstederen, og oppgi filen med --keys.`;
    case 'ALTERED':
      return 'Filen er endret etter at den ble signert. Ikke stol på den.';
    case 'NO_CREDENTIAL':
      return 'Filen er verken et merke (Open Badge) eller en statusliste.';
  }
};

const standingText = (standing: Standing, { credentialStatus }: Badge): string => {
  switch (standing) {
    case 'VALID':
      return 'Statuslisten sier at merket gjelder.';
    case 'REVOKED':
      return 'Statuslisten sier at merket er erstattet eller trukket tilbake. Ikke stol på det.';
    case 'UNASKED':
      return `Om merket gjelder, står i ${credentialStatus.statusListCredential}. Hent den, og oppgi den med --status-list.`;
  }
};

const badgeRows = ({ name, issuer, awardedDate, credentialSubject, evidence }: Badge): string[][] => [
  ['Kurs', name],
  ['Kurspoeng', String(credentialSubject.creditsEarned)],
  ['Fullført', awardedDate.slice(0, 10)],
  ['Utsteder', issuer.name],
  ['Gjelder', evidence[0]!.name],
];

const listRows = ({ id, validFrom, validUntil }: StatusList): string[][] => [
  ['Statusliste', id],
  ['Laget', validFrom],
  ['Brukes til', validUntil],
];

const textIn = (path: string): string => readInput(path).toString('utf8').trim();

const isExpired = (checked: CheckedCredential): boolean =>
  'credential' in checked &&
  checked.credential.kind === 'STATUS_LIST' &&
  !isCurrent(checked.credential.list, systemClock.now());

/** @throws Unusable when what was named is no list that could answer for the badge */
const standingOf = (badge: Badge, path: string | undefined, keys: TrustedKeys): Standing => {
  if (path === undefined) return 'UNASKED';
  const checked = checkedCredential(textIn(path), keys.badges);
  if (checked.outcome !== 'GENUINE' || checked.credential.kind !== 'STATUS_LIST')
    throw new Unusable(`${path} er ikke en uendret statusliste fra utstederen. Hent den på nytt.`);
  if (isExpired(checked)) throw new Unusable(`${path} er for gammel til å svare. Hent den på nytt.`);
  const isRevoked = isRevokedIn(badge, checked.credential.list);
  if (isRevoked === undefined)
    throw new Unusable(
      `${path} er ikke listen som merket viser til. Hent ${badge.credentialStatus.statusListCredential}.`,
    );
  return isRevoked ? 'REVOKED' : 'VALID';
};

/** A badge, with or without the list that says whether it holds, or a list alone. */
export const verifyCredential = async (call: Call, path: string): Promise<number> => {
  const keys = await trustedKeys(call.text('keys'), call.env);
  const checked = checkedCredential(textIn(path), keys.badges);
  const credential = 'credential' in checked ? checked.credential : undefined;
  const badge = credential?.kind === 'BADGE' ? credential.badge : undefined;
  const standing = badge && standingOf(badge, call.text('status-list'), keys);
  const expired = isExpired(checked);
  const genuine = checked.outcome === 'GENUINE' && standing !== 'REVOKED' && !expired;
  const lines = [
    signedVerdict(checked, keys),
    expired ? 'Men den er for gammel til å svare om noe gjelder nå. Hent den på nytt.' : '',
    badge ? standingText(standing!, badge) : '',
    badge ? columns(badgeRows(badge)) : '',
    credential?.kind === 'STATUS_LIST' ? columns(listRows(credential.list)) : '',
  ];
  call.terminal.out(
    call.flag('json')
      ? `${JSON.stringify({ genuine, ...checked, ...(standing && { standing }), ...(expired && { expired }) }, null, 2)}\n`
      : `${lines.filter(Boolean).join('\n')}\n`,
  );
  return genuine ? 0 : 1;
};
