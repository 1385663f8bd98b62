import '../credits/credits.css';
import { useQuery } from '@tanstack/preact-query';
import { Link, useParams } from 'wouter-preact';
import type { CertificateView } from '../../../../../libs/certificates/src/http/certificate.dto';
import type { RevocationProposal } from '../../../../../libs/certificates/src/http/revocation.dto';
import { address, get } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { dayAndTime, longDay, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { useNames } from './names';
import { ApproveRevocation, ProposeRevocation } from './revoke-dialog';
import { Shares } from './shares';
import { standingOf, standingText, whyText } from './texts';

const t = inLanguage({
  nb: {
    title: (no: string) => `Kursbevis ${no}`,
    rooms: 'Kursbevis',
    state: 'Status',
    holder: 'Innehaver',
    course: 'Kurs',
    class: 'Klasse',
    approval: 'Kursgodkjenning',
    completed: 'Fullført',
    points: 'Kurspoeng',
    versions: 'Versjoner',
    version: 'Versjon',
    issued: 'utstedt',
    revoked: 'trukket tilbake',
    pdf: 'PDF',
    verify: 'Kontrollsiden',
    badge: 'Maskinlesbart (Open Badge)',
    revoke: 'Trekk tilbake …',
    waits: (who: string) => `${who} har foreslått å trekke beviset tilbake.`,
    waitsForOther: 'En annen administrator må godkjenne.',
    why: 'Hvorfor har studenten poengene?',
  },
  nn: {
    title: (no: string) => `Kursbevis ${no}`,
    rooms: 'Kursbevis',
    state: 'Status',
    holder: 'Innehavar',
    course: 'Kurs',
    class: 'Klasse',
    approval: 'Kursgodkjenning',
    completed: 'Fullført',
    points: 'Kurspoeng',
    versions: 'Versjonar',
    version: 'Versjon',
    issued: 'skrive ut',
    revoked: 'trekt tilbake',
    pdf: 'PDF',
    verify: 'Kontrollsida',
    badge: 'Maskinlesbart (Open Badge)',
    revoke: 'Trekk tilbake …',
    waits: (who: string) => `${who} har foreslått å trekkje beviset tilbake.`,
    waitsForOther: 'Ein annan administrator må godkjenne.',
    why: 'Kvifor har studenten poenga?',
  },
  en: {
    title: (no: string) => `Certificate ${no}`,
    rooms: 'Certificates',
    state: 'Status',
    holder: 'Holder',
    course: 'Course',
    class: 'Class',
    approval: 'Course approval',
    completed: 'Completed',
    points: 'Course points',
    versions: 'Versions',
    version: 'Version',
    issued: 'issued',
    revoked: 'revoked',
    pdf: 'PDF',
    verify: 'The verification page',
    badge: 'Machine readable (Open Badge)',
    revoke: 'Revoke …',
    waits: (who: string) => `${who} has proposed to revoke the certificate.`,
    waitsForOther: 'Another administrator has to approve.',
    why: 'Why does the student have the points?',
  },
});

const Versions = ({ of: { certificateNo, versions, revocation } }: { readonly of: CertificateView }) => (
  <section class="stack" aria-labelledby="versjoner">
    <h2 class="ds-heading" data-size="2xs" id="versjoner">
      {t.versions}
    </h2>
    <ul class="plain-list">
      {revocation && (
        <li>
          ✗ {t.version} {number(revocation.version)}: {t.revoked} {dayAndTime(revocation.revokedAt)},{' '}
          {whyText(revocation.reasonCode)}
        </li>
      )}
      {[...versions].reverse().map(({ version, issuedAt, sha256, file, reasonCode }) => (
        <li key={version}>
          {t.version} {number(version)}: {t.issued} {dayAndTime(issuedAt)}
          {reasonCode && `, ${whyText(reasonCode)}`} ·{' '}
          <a
            class="ds-link"
            href={address(`/certificates/${certificateNo}/versions/${version}/document`)}
            aria-label={`${t.pdf} ${file}`}
          >
            {t.pdf}
          </a>
          <div class="hash">
            SHA-256 <code>{sha256}</code>
          </div>
        </li>
      ))}
    </ul>
  </section>
);

const One = ({ of }: { readonly of: CertificateView }) => {
  const { certificateNo, state, classId, classCode, studentNo, courseTitle, approvalId, completionDate } = of;
  const nameOf = useNames(classId);
  const me = useStaff().code;
  const [revoking, setRevoking] = useUrlState('trekk');
  const proposals = useQuery({
    queryKey: ['certificates', 'revocation-proposals', certificateNo],
    queryFn: () =>
      get<{ readonly data: readonly RevocationProposal[] }>(`/certificates/${certificateNo}/revocation-proposals`),
  });
  const proposal = proposals.data?.data[0];
  const isMine = proposal?.proposedBy === me;
  const close = (): void => setRevoking(undefined);
  const facts = [
    [t.state, standingText(standingOf(of))],
    [t.holder, `${nameOf(studentNo)} (${studentNo})`],
    [t.course, courseTitle],
    [t.approval, approvalId],
    [t.completed, longDay(completionDate)],
    [t.points, number(state === 'VALID' ? of.coursePoints : 0)],
  ] as const;
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
        <dt>{t.class}</dt>
        <dd>
          <Link class="ds-link" href={`/poeng/${classId}?hvorfor=${studentNo}`} aria-label={t.why}>
            {classCode}
          </Link>
        </dd>
      </dl>
      <div class="acts">
        <a class="ds-button" data-variant="secondary" href={`/v/${certificateNo}`} target="_blank" rel="noreferrer">
          {t.verify}
        </a>
        {state === 'VALID' && (
          <>
            <a class="ds-link" href={address(`/certificates/${certificateNo}/open-badge`)}>
              {t.badge}
            </a>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-color="danger"
              onClick={() => setRevoking('1')}
            >
              {t.revoke}
            </button>
          </>
        )}
      </div>
      {proposal && (
        <div class="ds-alert" data-color="warning">
          {t.waits(proposal.proposedBy)} {isMine ? t.waitsForOther : ''}
        </div>
      )}
      <Versions of={of} />
      <Shares of={of} />
      {revoking !== undefined && state === 'VALID' && proposals.data && (!proposal || isMine) && (
        <ProposeRevocation of={of} holder={nameOf(studentNo)} onClose={close} />
      )}
      {revoking !== undefined && state === 'VALID' && proposal && !isMine && (
        <ApproveRevocation of={of} holder={nameOf(studentNo)} proposal={proposal} onClose={close} />
      )}
    </>
  );
};

/** `/bevis/:no`: one certificate with its versions and documents, its links, and revoking it. */
const Certificate = () => {
  const { no = '' } = useParams();
  const certificate = useQuery({
    queryKey: ['certificates', 'one', no],
    queryFn: () => get<CertificateView>(`/certificates/${encodeURIComponent(decodeURIComponent(no))}`),
  });
  return (
    <Page
      title={t.title(certificate.data?.certificateNo ?? decodeURIComponent(no))}
      trail={
        <Link class="ds-link" href={`/bevis${certificate.data ? `?klasse=${certificate.data.classId}` : ''}`}>
          {t.rooms}
        </Link>
      }
    >
      <Loaded of={certificate}>{(of) => <One of={of} />}</Loaded>
    </Page>
  );
};

export default Certificate;
