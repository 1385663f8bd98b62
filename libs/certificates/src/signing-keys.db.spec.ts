import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPdf } from '@kull/documents';
import { compareWithRebuild } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { CoursePoints, classId, type Student } from '../../../test/harness/course-points';
import { readSignedPdf } from './checker/signed-pdf';
import { ChangeSigningKey, ChangeSigningKeyHandler } from './commands/change-signing-key';
import type { SigningKeyCommand } from './domain/signing-key';
import { CertificateQueries } from './read-models/certificate.query';
import { IssuedVersionQueries } from './read-models/issued-version.query';
import { issuedVersionReadModel } from './read-models/issued-version.v1';

let course: CoursePoints;
let folder: string;
beforeAll(async () => {
  course = await CoursePoints.start();
  folder = mkdtempSync(join(tmpdir(), 'kull-rotation-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await course.close();
});

const order = (command: SigningKeyCommand) => {
  const context = { commandId: newUuid(), actor: 'admin-1', occurredAt: command.data.at };
  return new ChangeSigningKeyHandler(course.store.events).execute(
    new ChangeSigningKey(command, context) as Parameters<ChangeSigningKeyHandler['execute']>[0],
  );
};
const activate = async (name: string): Promise<string> => {
  const { kid, fingerprint } = await course.signingKeys.add('DOCUMENT', name);
  const at = '2026-08-02T08:00:00.000Z';
  expect(await order({ type: 'ActivateSigningKey', data: { use: 'DOCUMENT', kid, fingerprint, at } })).toHaveProperty(
    'accepted',
  );
  return kid;
};

/** F45: the key is changed twice and one is revoked while certificates are issued, eight at a time. */
it('changes while certificates are issued, and every one verifies with the key that signed it', async () => {
  const count = 90;
  const students: Student[] = [];
  for (let n = 1; n <= count; n++) students.push(await course.student(n));
  for (const student of students) await course.award(student);
  const waiting = [...students];
  const worker = async () => {
    for (let student = waiting.shift(); student; student = waiting.shift()) await course.work(student);
  };
  const first = (await course.signingKeys.active('DOCUMENT')).kid;
  const working = Promise.all(Array.from({ length: 8 }, worker));
  const left = async (n: number) => {
    while (waiting.length > n) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await left(60);
  const second = await activate('second');
  await left(30);
  const third = await activate('third');
  await order({
    type: 'RevokeSigningKey',
    data: {
      use: 'DOCUMENT',
      kid: second,
      firstKid: first,
      at: '2026-08-03T08:00:00.000Z',
      reasonCode: 'LOST',
      recordedBy: 'admin-1',
      approvedBy: 'admin-2',
    },
  });
  await working;

  const issued = await new CertificateQueries(course.store.events).ofClass(classId);
  expect(issued).toHaveLength(count);
  const signers = new Map<string, number>();
  for (const { versions } of issued) {
    const { bytes } = await course.documents.read(versions[0]!.sha256!);
    const own = verifyPdf(bytes);
    expect(own).toMatchObject({ unaltered: true });
    const { signer } = readSignedPdf(bytes)!;
    expect(signer).toBe(own.certificateFingerprint);
    const times = (signers.get(signer) ?? 0) + 1;
    signers.set(signer, times);
    if (times > 5) continue;
    const file = join(folder, 'certificate.pdf');
    writeFileSync(file, bytes);
    expect(spawnSync('pdfsig', [file], { encoding: 'utf8' }).stdout).toContain('Signature is Valid');
  }
  expect([...signers.keys()].sort()).toEqual([first, second, third].sort());

  const versions = new IssuedVersionQueries(course.store.events);
  const counted = await versions.countBySigner();
  expect(counted).toEqual(signers);
  const lost = (await course.signingKeys.keyStanding(second))!;
  expect(lost).toMatchObject({ state: 'REVOKED', reasonCode: 'LOST', use: 'DOCUMENT' });
  const since = (await course.signingKeys.doubtfulSince(lost))!;
  const after = await versions.signedBy({ fingerprint: second, isFirst: false, since }, 0, 1_000);
  const [{ late }] = (await course.store.owner.query<{ late: number }>(
    `select count(*)::integer as late from log.event
      where type = 'CertificateIssued' and data->>'signedBy' = $1 and position > $2`,
    [second, since.position],
  )) as [{ late: number }];
  expect(after).toHaveLength(late);
  // Those that were under way when the key was changed, at most one per worker.
  expect(late).toBeLessThanOrEqual(8);
}, 60_000);

it('says of a key that is none of ours that it is none', async () => {
  expect(await course.signingKeys.keyStanding('0'.repeat(64))).toBeUndefined();
});

it('has a read model that equals its rebuild, with every version in its place', async () => {
  const { live, rebuilt } = await compareWithRebuild(issuedVersionReadModel, course.store.codecs, course.store.owner);
  expect(rebuilt).toEqual(live);
});
