import { chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, outputOf } from './programs.mjs';

const isRoot = () => process.getuid?.() === 0;

let canFollow = null;

/** Words put before a command so that the kernel ends it together with us. Linux only; elsewhere none. */
export function diesWithUs(signal) {
  canFollow ??= process.platform === 'linux' && onPath('setpriv') && outputOf([...following('TERM'), 'true']) !== null;
  return canFollow ? following(signal) : [];
}

const following = (signal) => ['setpriv', '--pdeathsig', signal, '--'];

/**
 * PostgreSQL refuses to run as root. As root it runs as an ordinary user where that user can reach program and data,
 * else in a namespace of its own, in which root has another number.
 * Each way names the owner that the data must have and gives the words before the command.
 */
export function postgresIdentity(program, folder) {
  if (!isRoot()) return { owner: null, as: diesWithUs };
  const ways = [asOrdinaryUser(), inUserNamespace].filter(Boolean);
  const reaches = ({ as }) =>
    outputOf([...as('TERM'), 'sh', '-c', 'test -x "$1" && "$0" --version', program, folder]) !== null;
  const way = ways.find(reaches);
  if (way) return way;
  throw new Error(
    [
      `PostgreSQL does not run as root, and neither another user nor a user namespace reaches ${folder} and ${program}.`,
      'Do one of these: start as an ordinary user; put the clone in a folder that everybody may pass through',
      '(chmod o+x on each folder above it) with util-linux (setpriv) installed; or set DATABASE_URL to a server of yours.',
    ].join('\n'),
  );
}

// pdeathsig comes last: the kernel forgets it when a process changes its user.
const inUserNamespace = {
  owner: { uid: 0, gid: 0 },
  as: (signal) => ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--', ...diesWithUs(signal)],
};

function asOrdinaryUser() {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].map((name) => users.find(([known]) => known === name)).find(Boolean);
  if (!user) return null;
  const [uid, gid] = [Number(user[2]), Number(user[3])];
  const words = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return { owner: { uid, gid }, as: (signal) => [...words, '--pdeathsig', signal, '--'] };
}

/** Gives a folder and all in it to an owner, when it has another. */
export function giveTo(owner, folder) {
  if (!owner || lstatSync(folder).uid === owner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true })) {
    const file = join(folder, entry);
    if (!lstatSync(file).isSymbolicLink()) chownSync(file, owner.uid, owner.gid);
  }
  chownSync(folder, owner.uid, owner.gid);
}
