import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { address } from '../../api/client';
import { useClassDetails } from '../../classes/class-details';
import { classAddress, type ListedClass } from '../../classes/classes';
import { useIsAdministrator } from '../../frame/staff';
import { shortDay } from '../../kit/dates';
import { Dialog } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import type { RosterDay } from './roster-queries';

const t = inLanguage({
  nb: {
    take: 'Ta oppmøte',
    gatherings: 'Samlinger',
    export: 'Eksporter',
    print: 'Skriv ut',
    exportTitle: 'Eksporter klasselista',
    workbook: 'Regneark (xlsx)',
    csv: 'CSV for Excel',
    machines: 'CSV for maskiner',
    exported: 'Hele klassen slik den er nå, eller på datoen du har valgt.',
    printTitle: 'Skriv ut klasseliste',
    printed: 'Én side per samling, med plass til å signere for hver økt.',
    gathering: (n: number, day: string) => `Samling ${n}, fra ${day}`,
    noGatherings: 'Klassen har ingen samlinger. Bruk utskriften i nettleseren for lista på skjermen.',
  },
  nn: {
    take: 'Ta oppmøte',
    gatherings: 'Samlingar',
    export: 'Eksporter',
    print: 'Skriv ut',
    exportTitle: 'Eksporter klasselista',
    workbook: 'Rekneark (xlsx)',
    csv: 'CSV for Excel',
    machines: 'CSV for maskiner',
    exported: 'Heile klassen slik han er no, eller på datoen du har valt.',
    printTitle: 'Skriv ut klasseliste',
    printed: 'Éi side per samling, med plass til å signere for kvar økt.',
    gathering: (n: number, day: string) => `Samling ${n}, frå ${day}`,
    noGatherings: 'Klassen har ingen samlingar. Bruk utskrifta i nettlesaren for lista på skjermen.',
  },
  en: {
    take: 'Take attendance',
    gatherings: 'Gatherings',
    export: 'Export',
    print: 'Print',
    exportTitle: 'Export the class list',
    workbook: 'Workbook (xlsx)',
    csv: 'CSV for Excel',
    machines: 'CSV for machines',
    exported: 'The whole class as it is now, or on the date that you have chosen.',
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
  readonly on: RosterDay;
}

const Files = ({ of: { id }, on: { day }, onClose }: ActsProps & { readonly onClose: () => void }) => {
  const file = (name: string, query: Readonly<Record<string, string>> = {}): string =>
    address(`/classes/${id}/files/${name}`, { validOn: day, ...query });
  return (
    <Dialog title={t.exportTitle} onClose={onClose}>
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
    </Dialog>
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
            <a class="ds-link" href={address(`/classes/${id}/files/roster.pdf`, { gathering: number })}>
              {t.gathering(number, shortDay(startsOn))}
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};

/** What is done with the whole list. */
export const RosterActs = (props: ActsProps) => {
  const [open, setOpen] = useState<'export' | 'print' | undefined>(undefined);
  const isAdministrator = useIsAdministrator();
  const close = (): void => setOpen(undefined);
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
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('export')}>
        {t.export}
      </button>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('print')}>
        {t.print}
      </button>
      {open === 'export' && <Files {...props} onClose={close} />}
      {open === 'print' && <Prints of={props.of} onClose={close} />}
    </>
  );
};
