import { Link } from 'wouter-preact';
import { address } from '../../api/client';
import { Bar } from '../../kit/bar';
import { dayAndTime, number } from '../../kit/dates';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { type IntakeView, placesOf } from './intake-data';
import { IntakePage } from './intake-page';
import { NeedsAssessor } from './needs-assessor';
import { intakeStatusWords, quotaWords, statusWords } from './words';

const t = inLanguage({
  nb: {
    title: 'Oversikt',
    next: 'Neste steg',
    window: 'Søknadsperiode',
    applications: 'Søknader',
    none: 'Ingen ennå',
    received: 'ikke vurdert',
    physicians: 'bekreftede leger',
    seed: 'Frø for trekningen',
    ruleSet: 'regelsett',
    status: 'Status',
    places: 'Plasser',
    classes: 'Klasser',
    class: 'Klasse',
    site: 'Sted',
    used: 'Brukt',
    taken: 'tatt',
    open: 'åpne tilbud',
    free: 'ledige',
    released: 'frigitt til generell',
    files: 'Filer',
    noClasses: 'Opptaket har ingen klasser.',
    steps: {
      applications: 'Ta inn søknader',
      assessments: 'Ta inn vurderinger',
      ranking: 'Kjør rangeringen',
      offers: 'Send tilbudene i runde',
      answers: 'Registrer svar og avslutt runde',
      complete: 'Avslutt opptaket',
      done: 'Opptaket er avsluttet. Alle har fått vedtak.',
    },
  },
  nn: {
    title: 'Oversyn',
    next: 'Neste steg',
    window: 'Søknadsperiode',
    applications: 'Søknader',
    none: 'Ingen enno',
    received: 'ikkje vurderte',
    physicians: 'stadfesta legar',
    seed: 'Frø for trekkinga',
    ruleSet: 'regelsett',
    status: 'Status',
    places: 'Plassar',
    classes: 'Klassar',
    class: 'Klasse',
    site: 'Stad',
    used: 'Brukt',
    taken: 'tekne',
    open: 'opne tilbod',
    free: 'ledige',
    released: 'frigitt til generell',
    files: 'Filer',
    noClasses: 'Opptaket har ingen klassar.',
    steps: {
      applications: 'Ta inn søknader',
      assessments: 'Ta inn vurderingar',
      ranking: 'Køyr rangeringa',
      offers: 'Send tilboda i runde',
      answers: 'Registrer svar og avslutt runde',
      complete: 'Avslutt opptaket',
      done: 'Opptaket er avslutta. Alle har fått vedtak.',
    },
  },
  en: {
    title: 'Overview',
    next: 'Next step',
    window: 'Application period',
    applications: 'Applications',
    none: 'None yet',
    received: 'not judged',
    physicians: 'verified physicians',
    seed: 'Seed of the draw',
    ruleSet: 'rule set',
    status: 'Status',
    places: 'Places',
    classes: 'Classes',
    class: 'Class',
    site: 'Site',
    used: 'Used',
    taken: 'taken',
    open: 'open offers',
    free: 'free',
    released: 'released to general',
    files: 'Files',
    noClasses: 'The intake has no classes.',
    steps: {
      applications: 'Take in applications',
      assessments: 'Take in assessments',
      ranking: 'Run the ranking',
      offers: 'Send the offers of round',
      answers: 'Register answers and close round',
      complete: 'Complete the intake',
      done: 'The intake is completed. Everybody has a decision.',
    },
  },
});

/** The files of selection.md 7. */
const FILES = ['offers.csv', 'class-lists.csv', 'decisions.csv', 'waiting-lists.csv'];

const Next = ({ intake }: { readonly intake: IntakeView }) => {
  const at = `/opptak/${encodeURIComponent(intake.code)}`;
  const { rounds, status } = intake;
  if (status === 'completed') return <p>✓ {t.steps.done}</p>;
  const step = (part: string, words: string) => (
    <p>
      {t.next}:{' '}
      <Link class="ds-button" href={`${at}/${part}`}>
        {words}
      </Link>
    </p>
  );
  if (intake.applications.takenIn === 0) return step('soknader', t.steps.applications);
  if (intake.assessments === 0) return step('soknader', t.steps.assessments);
  if (status === 'open' && !intake.isRanked) return step('rangering', t.steps.ranking);
  const open = rounds.find((round) => round.status !== 'closed');
  if (!open) return step('runder', t.steps.complete);
  return step('runder', `${open.status === 'planned' ? t.steps.offers : t.steps.answers} ${open.round}`);
};

const Facts = ({ intake }: { readonly intake: IntakeView }) => {
  const { window, applications, ranking, settings, ruleSet, status } = intake;
  const at = `/opptak/${encodeURIComponent(intake.code)}`;
  const { all, taken, open, free } = placesOf(intake);
  const byStatus = Object.entries(applications.byStatus);
  return (
    <dl class="facts">
      <dt>{t.status}</dt>
      <dd>{intakeStatusWords[status]}</dd>
      <dt>{t.window}</dt>
      <dd>
        {dayAndTime(window.opensAt)} – {dayAndTime(window.closesAt)}
      </dd>
      <dt>{t.applications}</dt>
      <dd>
        {applications.takenIn === 0 && t.none}
        {byStatus.map(([key, count], index) => (
          <span key={key}>
            {index > 0 && ', '}
            <Link class="ds-link" href={`${at}/rangering?status=${key}`}>
              {number(count)} {(statusWords[key as keyof typeof statusWords] ?? t.received).toLowerCase()}
            </Link>
          </span>
        ))}
        {ranking && ` (${number(ranking.verifiedPhysicians)} ${t.physicians})`}
      </dd>
      <dt>{t.places}</dt>
      <dd>
        <Link class="ds-link" href={`${at}/runder`}>
          {number(all)}: {number(taken)} {t.taken}, {number(open)} {t.open}, {number(free)} {t.free}
        </Link>
      </dd>
      <dt>{t.seed}</dt>
      <dd>
        <code>{settings.lotterySeed}</code> ({t.ruleSet} {ruleSet})
      </dd>
    </dl>
  );
};

/** The classes of an intake with their places, quota by quota. */
export const Classes = ({ intake }: { readonly intake: IntakeView }) => (
  <Table
    caption={t.classes}
    isWalked={false}
    rows={intake.classes}
    rowKey={({ code }) => code}
    empty={<p>{t.noClasses}</p>}
    columns={[
      { key: 'class', header: t.class, isName: true, cell: ({ code }) => code },
      { key: 'site', header: t.site, cell: ({ site }) => site },
      {
        key: 'used',
        header: t.used,
        cell: ({ capacity, places }) => {
          const used = places.reduce((all, { held, offered }) => all + held + offered, 0);
          return (
            <>
              {number(used)}/{number(capacity)} <Bar part={used} whole={capacity} />
            </>
          );
        },
      },
      ...(['EARMARKED_PHYSICIAN', 'GENERAL'] as const).map((quota) => ({
        key: quota,
        header: quotaWords[quota],
        cell: ({ capacity, earmarkedPhysicianPlaces, released, places }: IntakeView['classes'][number]) => {
          const earmarked = earmarkedPhysicianPlaces - released;
          const all = quota === 'GENERAL' ? capacity - earmarked : earmarked;
          const { held, offered } = places.find((one) => one.quota === quota)!;
          return (
            <>
              {number(held)} {t.taken}, {number(offered)} {t.open}, {number(all - held - offered)} {t.free}
              {quota === 'EARMARKED_PHYSICIAN' && released > 0 && ` (${number(released)} ${t.released})`}
            </>
          );
        },
      })),
    ]}
  />
);

/** The files of a run, to take along. */
export const Files = ({ intake: { id } }: { readonly intake: IntakeView }) => (
  <section class="stack">
    <h2 class="ds-heading" data-size="xs">
      {t.files}
    </h2>
    <ul class="acts plain">
      {FILES.map((name) => (
        <li key={name}>
          <a class="ds-link" href={address(`/intakes/${id}/files/${name}`)} download={name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </section>
);

const Intake = () => (
  <IntakePage title={t.title}>
    {(intake) => (
      <>
        <Next intake={intake} />
        <NeedsAssessor intake={intake} />
        <Facts intake={intake} />
        <Classes intake={intake} />
        <Files intake={intake} />
      </>
    )}
  </IntakePage>
);

export default Intake;
