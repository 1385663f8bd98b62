import { type Html, html } from '@kull/http';
import type { ClassOverview, Overview } from '../overview/overview';
import { counted, instant, number } from './format';
import { bar, figure, figures, outOf, section } from './parts';

const filled = <T>(rows: readonly T[] | undefined): readonly T[] | undefined => (rows?.length ? rows : undefined);

const runIntake = html`Ingen opptak ennå. Ta inn det første med <code>npm run kull -- intake run MAPPE</code>.`;
const runCourse = html`Ingen kurs ennå. Ta inn det første med <code>npm run kull -- course run MAPPE</code>.`;

export const intakesSection = ({ intakes }: Overview): Html => {
  const rows = filled(intakes)?.map(
    ({ code, places, taken, openOffers, free, earmarked, waiting }) => html`
<article>
<h3>${code}</h3>
<p class="share">${outOf(taken, places)} plasser er tatt</p>
${bar(taken, places)}
${figures(
  figure(number(openOffers), 'åpne tilbud'),
  figure(number(free), 'ledige'),
  figure(number(earmarked), 'øremerket leger'),
  figure(number(waiting), 'på venteliste'),
)}
</article>`,
  );
  return section('opptak', 'Opptak', rows && html`${rows}`, runIntake);
};

const SITES: Readonly<Record<string, string>> = { OSLO: 'Oslo', TRONDHEIM: 'Trondheim', ONLINE: 'På nett' };

const siteList = (site: string, classes: readonly ClassOverview[]): Html => html`
<h3>${SITES[site] ?? site}</h3>
<ul class="bars">${classes.map(
  ({ code, capacity, taken }) =>
    html`<li><span class="code">${code}</span>${bar(taken, capacity)}<span class="numbers">${outOf(taken, capacity)}</span></li>`,
)}</ul>`;

const orderOfSites = (a: string, b: string): number => {
  const known = Object.keys(SITES);
  return (known.indexOf(a) + 1 || 99) - (known.indexOf(b) + 1 || 99) || a.localeCompare(b, 'nb');
};

export const classesSection = ({ classes }: Overview): Html => {
  const all = filled(classes) ?? [];
  const sites = [...new Set(all.map(({ site }) => site))].sort(orderOfSites);
  const lists = sites.map((site) =>
    siteList(
      site,
      all.filter((one) => one.site === site),
    ),
  );
  return section(
    'klasser',
    'Klasser',
    lists.length ? html`${lists}` : undefined,
    html`Ingen klasser ennå. De kommer når et opptak er ferdig, eller når et kurs tas inn.`,
  );
};

export const attendanceSection = ({ attendance }: Overview): Html => {
  const rows = filled(attendance)?.map(({ code, met, safe, atRisk, impossible }) => {
    const [onTheWay, all] = [met + safe, met + safe + atRisk + impossible];
    return html`
<article>
<h3>${code}</h3>
<p class="share">${outOf(onTheWay, all)} studenter ligger an til å nå kravet</p>
${bar(onTheWay, all)}
${figures(figure(number(met), 'har nådd det'), figure(number(atRisk), 'i fare'), figure(number(impossible), 'når det ikke'))}
</article>`;
  });
  return section(
    'oppmote',
    'Oppmøte',
    rows && html`${rows}`,
    html`Ingen oppmøter ennå. De kommer når en klasse er åpnet og noen er merket.`,
  );
};

export const coursesSection = ({ courses }: Overview): Html => {
  const rows = filled(courses)?.map(
    ({ code, participants, awarded, held, notMet }) => html`
<article>
<h3>${code}</h3>
<p class="share">${outOf(awarded, participants)} deltakere har fått kurspoeng</p>
${bar(awarded, participants)}
${figures(figure(number(awarded), 'tilkjent'), figure(number(held), 'holdt igjen'), figure(number(notMet), 'ikke oppfylt'))}
</article>`,
  );
  return section('kurs', 'Kurspoeng', rows && html`${rows}`, runCourse);
};

export const certificatesSection = ({ certificates }: Overview): Html =>
  section(
    'kursbevis',
    'Kursbevis',
    certificates && certificates.issued > 0
      ? figures(
          figure(number(certificates.issued), 'utstedt'),
          figure(number(certificates.replaced), 'erstattet'),
          figure(number(certificates.revoked), 'trukket tilbake'),
        )
      : undefined,
    html`Ingen kursbevis ennå. De utstedes av seg selv når kurspoeng er tilkjent.`,
  );

export const deliveriesSection = ({ deliveries }: Overview): Html => {
  const rows = filled(deliveries)?.map(
    ({ sequence, lines, points, at }) => html`
<li><span class="code">${String(sequence).padStart(6, '0')}</span><span>${counted(lines, 'linje', 'linjer')}, ${counted(points, 'poeng', 'poeng')}</span><time datetime="${at}">${instant(at)}</time></li>`,
  );
  return section(
    'leveringer',
    'Leveringer til Legeforeningen',
    rows && html`<ol class="rows">${rows}</ol>`,
    html`Ingen leveringer ennå. Lag den første når kursbevisene er utstedt.`,
  );
};

export const workSection = ({ work }: Overview): Html => {
  const { open, quarantined, done, oldestDueAt } = work;
  const state = quarantined > 0 ? `${counted(quarantined, 'jobb', 'jobber')} har stoppet og må ses på` : undefined;
  const said = html`
<p class="state ${state ? 'attention' : 'calm'}">${state ?? (open > 0 ? 'Arbeiderne er i gang' : 'Alt er gjort')}</p>
${figures(figure(number(open), 'åpne jobber'), figure(number(quarantined), 'satt til side'), figure(number(done), 'gjort'))}
${oldestDueAt ? html`<p class="small">Den eldste har ventet siden <time datetime="${oldestDueAt}">${instant(oldestDueAt)}</time>.</p>` : undefined}`;
  return section(
    'arbeid',
    'Arbeid i bakgrunnen',
    open + quarantined + done > 0 ? said : undefined,
    html`Ingen arbeid ennå. Det begynner når noe skjer som noen må gjøre noe med.`,
  );
};
