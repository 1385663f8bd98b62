import '../credits/credits.css';
import { useQuery } from '@tanstack/preact-query';
import { Link, useLocation } from 'wouter-preact';
import type { CertificateView } from '../../../../../libs/certificates/src/http/certificate.dto';
import type { Overview } from '../../../../api/src/overview/overview';
import { address, get, getAll } from '../../api/client';
import { AsOnDay, asOf, SaidDay, useListDay } from '../../kit/as-on-day';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { type ClassSummary, classAddress, useClasses } from '../credits/classes';
import { FindCertificate } from './find-certificate';
import { useNames } from './names';
import { SetAside } from './set-aside';
import { type CertificateStanding, standingOf, standingText, whyText } from './texts';

const t = inLanguage({
  nb: {
    title: 'Kursbevis',
    class: 'Klasse',
    caption: 'Kursbevisene i klassen',
    number: 'Bevisnummer',
    name: 'Navn',
    student: 'Studentnr.',
    state: 'Status',
    version: 'Versjon',
    points: 'Kurspoeng',
    last: 'Sist endret',
    all: 'Alle',
    filter: 'Vis',
    zip: 'Alle gyldige (ZIP)',
    csv: 'Listen (CSV)',
    none: 'Ingen kursbevis her. De utstedes når kurspoeng tildeles.',
    toAwarding: 'Til tildelingen',
    noClass: 'Ingen klasse gir kurspoeng ennå.',
  },
  nn: {
    title: 'Kursbevis',
    class: 'Klasse',
    caption: 'Kursbevisa i klassen',
    number: 'Bevisnummer',
    name: 'Namn',
    student: 'Studentnr.',
    state: 'Status',
    version: 'Versjon',
    points: 'Kurspoeng',
    last: 'Sist endra',
    all: 'Alle',
    filter: 'Vis',
    zip: 'Alle gyldige (ZIP)',
    csv: 'Lista (CSV)',
    none: 'Ingen kursbevis her. Dei blir skrivne ut når kurspoeng blir tildelte.',
    toAwarding: 'Til tildelinga',
    noClass: 'Ingen klasse gir kurspoeng enno.',
  },
  en: {
    title: 'Certificates',
    class: 'Class',
    caption: 'The certificates of the class',
    number: 'Certificate no.',
    name: 'Name',
    student: 'Student no.',
    state: 'Status',
    version: 'Version',
    points: 'Course points',
    last: 'Last changed',
    all: 'All',
    filter: 'Show',
    zip: 'All that are valid (ZIP)',
    csv: 'The list (CSV)',
    none: 'No certificates here. They are issued when course points are awarded.',
    toAwarding: 'To the awarding',
    noClass: 'No class gives course points yet.',
  },
});

const inAddress = { VALID: 'gyldig', REPLACED: 'erstattet', REVOKED: 'trukket' } as const;
const standings = Object.keys(inAddress) as CertificateStanding[];

const columns = (nameOf: (studentNo: string) => string): readonly Column<CertificateView>[] => [
  {
    key: 'number',
    header: t.number,
    cell: ({ certificateNo }) => (
      <Link class="ds-link nowrap" href={`/bevis/${certificateNo}`}>
        {certificateNo}
      </Link>
    ),
    isName: true,
    file: [{ value: ({ certificateNo }) => certificateNo }],
  },
  {
    key: 'name',
    header: t.name,
    cell: ({ studentNo }) => nameOf(studentNo),
    sortBy: ({ studentNo }) => nameOf(studentNo),
  },
  { key: 'student', header: t.student, cell: ({ studentNo }) => studentNo, sortBy: ({ studentNo }) => studentNo },
  {
    key: 'state',
    header: t.state,
    cell: (one) => standingText(standingOf(one)),
    sortBy: (one) => standingOf(one),
  },
  {
    key: 'version',
    header: t.version,
    file: [{ value: ({ version }) => version }],
    cell: ({ version }) => number(version),
    sortBy: ({ version }) => version,
    isNumber: true,
  },
  {
    key: 'points',
    header: t.points,
    file: [{ value: ({ state, coursePoints }) => (state === 'VALID' ? coursePoints : 0) }],
    cell: ({ state, coursePoints }) => number(state === 'VALID' ? coursePoints : 0),
    isNumber: true,
  },
  {
    key: 'last',
    header: t.last,
    cell: ({ revocation, versions }) => {
      const last = revocation
        ? { at: revocation.revokedAt, why: revocation.reasonCode }
        : { at: versions.at(-1)!.issuedAt, why: versions.at(-1)!.reasonCode };
      return `${dayAndTime(last.at)}${last.why ? `, ${whyText(last.why)}` : ''}`;
    },
    sortBy: ({ revocation, versions }) => revocation?.revokedAt ?? versions.at(-1)!.issuedAt,
  },
];

const Filters = ({ all, at }: { readonly all: readonly CertificateView[]; readonly at: string }) => {
  const [shown] = useUrlState('vis');
  const [day] = useUrlState('dag');
  const here = `/bevis?klasse=${at}${day === undefined ? '' : `&dag=${day}`}`;
  return (
    <nav class="groups" aria-label={t.filter}>
      <Link class="filter" href={here} aria-current={shown === undefined ? 'true' : undefined}>
        {t.all} <strong>{number(all.length)}</strong>
      </Link>
      {standings.map((standing) => (
        <Link
          key={standing}
          class="filter"
          href={`${here}&vis=${inAddress[standing]}`}
          aria-current={shown === inAddress[standing] ? 'true' : undefined}
        >
          {standingText(standing)} <strong>{number(all.filter((one) => standingOf(one) === standing).length)}</strong>
        </Link>
      ))}
    </nav>
  );
};

const OfOneClass = ({ of: { id, code }, at }: { readonly of: ClassSummary; readonly at: string }) => {
  const [shown] = useUrlState('vis');
  const [, navigate] = useLocation();
  const nameOf = useNames(id);
  const on = { ...useListDay(), isAsKnown: false };
  const query = asOf(on);
  const certificates = useQuery({
    queryKey: ['certificates', 'of-class', id, query],
    queryFn: () => getAll<CertificateView>('/certificates', { class: id, ...query }),
  });
  return (
    <Loaded of={certificates}>
      {(all) => (
        <>
          <SaidDay {...on} />
          <Filters all={all} at={at} />
          <Table
            caption={t.caption}
            rows={all.filter((one) => shown === undefined || inAddress[standingOf(one)] === shown)}
            columns={columns(nameOf)}
            rowKey={({ certificateNo }) => certificateNo}
            onOpen={({ certificateNo }) => navigate(`/bevis/${certificateNo}`)}
            tools={{
              name: [t.title, code, on.day].filter(Boolean).join(' '),
              person: ({ studentNo }) => ({ studentNo, classId: id }),
              columnsOf: 'kursbevis',
            }}
            empty={
              <>
                {t.none}{' '}
                <Link class="ds-link" href={`/poeng/${at}`}>
                  {t.toAwarding}
                </Link>
              </>
            }
          />
          {all.length > 0 && on.day === undefined && (
            <p class="acts">
              <a class="ds-link" href={address(`/classes/${id}/files/certificates.zip`)}>
                {t.zip}
              </a>
              <a class="ds-link" href={address(`/classes/${id}/files/certificates.csv`)}>
                {t.csv}
              </a>
            </p>
          )}
        </>
      )}
    </Loaded>
  );
};

/** `/bevis`: the certificates of a class, and one by its number. */
const Certificates = () => {
  const [wanted] = useUrlState('klasse');
  const [, navigate] = useLocation();
  const classes = useClasses();
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => get<Overview>('/overview') });
  return (
    <Page title={t.title} acts={<FindCertificate />}>
      <Loaded of={classes}>
        {(all) => {
          const withPoints = new Set((overview.data?.courses ?? []).map(({ code }) => code));
          const shown = all.filter(({ code, id }) => withPoints.has(code) || code === wanted || id === wanted);
          const chosen = shown.find(({ code, id }) => code === wanted || id === wanted) ?? shown[0];
          if (!chosen) return overview.data ? <div class="empty">{t.noClass}</div> : null;
          const at = classAddress(chosen, all);
          return (
            <>
              <div class="ds-field">
                <label class="ds-label" for="klasse">
                  {t.class}
                </label>
                <select
                  class="ds-input"
                  id="klasse"
                  value={at}
                  onChange={(event) => navigate(`/bevis?klasse=${event.currentTarget.value}`)}
                >
                  {shown.map((one) => (
                    <option key={one.id} value={classAddress(one, all)}>
                      {one.code} · {one.title}
                    </option>
                  ))}
                </select>
              </div>
              <SetAside key={`til-side-${chosen.id}`} classId={chosen.id} />
              <div class="filters">
                {/* What is issued is recorded as it is issued. */}
                <AsOnDay hasKnown={false} />
              </div>
              <OfOneClass key={chosen.id} of={chosen} at={at} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

export default Certificates;
