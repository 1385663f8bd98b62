import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { fileAddress } from '../../api/client';
import { useClassDetails } from '../../classes/class-details';
import { classAddress, type ListedClass } from '../../classes/classes';
import { useIsAdministrator } from '../../frame/staff';
import type { ListDay } from '../../kit/as-on-day';
import { shortDay } from '../../kit/dates';
import { Dialog } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: {
    take: 'Ta oppmøte',
    gatherings: 'Samlinger',
    print: 'Skriv ut',
    whole: 'Hele klassen',
    workbook: 'Klasselista som regneark (xlsx)',
    csv: 'Klasselista som CSV for Excel',
    machines: 'Klasselista som CSV for maskiner',
    exported: 'Alle, med gjester og grunner til fravær fra klassen, slik den er nå eller på datoen du har valgt.',
    printTitle: 'Skriv ut klasseliste',
    printed: 'Én side per samling, med plass til å signere for hver økt.',
    gathering: (n: number, day: string) => `Samling ${n}, fra ${day}`,
    noGatherings: 'Klassen har ingen samlinger. Bruk utskriften i nettleseren for lista på skjermen.',
  },
  nn: {
    take: 'Ta oppmøte',
    gatherings: 'Samlingar',
    print: 'Skriv ut',
    whole: 'Heile klassen',
    workbook: 'Klasselista som rekneark (xlsx)',
    csv: 'Klasselista som CSV for Excel',
    machines: 'Klasselista som CSV for maskiner',
    exported: 'Alle, med gjester og grunnar til fråvær frå klassen, slik han er no eller på datoen du har valt.',
    printTitle: 'Skriv ut klasseliste',
    printed: 'Éi side per samling, med plass til å signere for kvar økt.',
    gathering: (n: number, day: string) => `Samling ${n}, frå ${day}`,
    noGatherings: 'Klassen har ingen samlingar. Bruk utskrifta i nettlesaren for lista på skjermen.',
  },
  en: {
    take: 'Take attendance',
    gatherings: 'Gatherings',
    print: 'Print',
    whole: 'The whole class',
    workbook: 'The class list as a workbook (xlsx)',
    csv: 'The class list as CSV for Excel',
    machines: 'The class list as CSV for machines',
    exported:
      'Everybody, with guests and reasons for being away, as the class is now or on the date that you have chosen.',
    printTitle: 'Print a class list',
    printed: 'One page per gathering, with room to sign for each session.',
    gathering: (n: number, day: string) => `Gathering ${n}, from ${day}`,
    noGatherings: 'The class has no gatherings. Print the list on the screen from the browser.',
  },
});

const gatheringsAddress = (cohort: string, classCode: string): string =>
  `/kull/${encodeURIComponent(cohort)}?klasse=${encodeURIComponent(classCode)}`;

interface ActsProps {
  readonly of: ListedClass;
  readonly on: ListDay;
}

/** The files of the whole class, whatever is shown of it. */
export const WholeClassFiles = ({ of: { id }, on: { day } }: ActsProps) => {
  const file = (name: string, query: Readonly<Record<string, string>> = {}): string =>
    fileAddress(`/classes/${id}/files/${name}`, { validOn: day, ...query });
  return (
    <section class="stack">
      <h3 class="ds-heading" data-size="2xs">
        {t.whole}
      </h3>
      <p class="ds-paragraph">{t.exported}</p>
      <ul class="ds-list">
        <li>
          <a class="ds-link" href={file('roster.xlsx')}>
            {t.workbook}
          </a>
        </li>
        <li>
          <a class="ds-link" href={file('roster.csv')}>
            {t.csv}
          </a>
        </li>
        <li>
          <a class="ds-link" href={file('roster.csv', { profile: 'rfc4180' })}>
            {t.machines}
          </a>
        </li>
      </ul>
    </section>
  );
};

const Prints = ({ of: { id }, onClose }: { readonly of: ListedClass; readonly onClose: () => void }) => {
  const gatherings = (useClassDetails(id).data?.gatherings ?? []).filter(({ status }) => status === 'scheduled');
  return (
    <Dialog title={t.printTitle} onClose={onClose}>
      <p class="ds-paragraph">{gatherings.length === 0 ? t.noGatherings : t.printed}</p>
      <ul class="ds-list">
        {gatherings.map(({ number, startsOn }) => (
          <li key={number}>
            <a class="ds-link" href={fileAddress(`/classes/${id}/files/roster.pdf`, { gathering: number })}>
              {t.gathering(number, shortDay(startsOn))}
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};

/** What is done with the whole list. */
export const RosterActs = (props: Pick<ActsProps, 'of'>) => {
  const [isPrinting, setPrinting] = useState(false);
  const isAdministrator = useIsAdministrator();
  return (
    <>
      <Link class="ds-button" href={`${classAddress(props.of)}/oppmote`}>
        {t.take}
      </Link>
      {isAdministrator && props.of.intake !== null && (
        <Link class="ds-button" data-variant="secondary" href={gatheringsAddress(props.of.intake, props.of.code)}>
          {t.gatherings}
        </Link>
      )}
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setPrinting(true)}>
        {t.print}
      </button>
      {isPrinting && <Prints of={props.of} onClose={() => setPrinting(false)} />}
    </>
  );
};
