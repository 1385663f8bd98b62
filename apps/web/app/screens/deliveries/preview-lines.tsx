import type { PreviewView } from '../../../../../libs/deliveries/src/http/preview.dto';
import { longDay, number } from '../../kit/dates';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { whyText } from '../certificates/texts';
import { actionText, columnText, seqText } from './texts';

const t = inLanguage({
  nb: {
    caption: 'Linjene',
    name: 'Navn',
    action: 'Handling',
    certificate: 'Bevis',
    class: 'Klasse',
    points: 'Poeng',
    changes: 'Hva som endres',
    warnings: 'Se på',
    none: 'Ingenting nytt å levere.',
    keptOut: 'Holdes tilbake av kontrollen',
    awaitingRepair: 'Avvist før, og venter på at noe rettes',
    awaitingComment: 'Trekkes når uttalefristen er ute',
    until: 'til',
    delivery: 'levering',
  },
  nn: {
    caption: 'Linjene',
    name: 'Namn',
    action: 'Handling',
    certificate: 'Bevis',
    class: 'Klasse',
    points: 'Poeng',
    changes: 'Kva som blir endra',
    warnings: 'Sjå på',
    none: 'Ingenting nytt å levere.',
    keptOut: 'Halde tilbake av kontrollen',
    awaitingRepair: 'Avvist før, og ventar på at noko blir retta',
    awaitingComment: 'Blir trekt når fristen for uttale er ute',
    until: 'til',
    delivery: 'levering',
  },
  en: {
    caption: 'The lines',
    name: 'Name',
    action: 'Act',
    certificate: 'Certificate',
    class: 'Class',
    points: 'Points',
    changes: 'What changes',
    warnings: 'Look at',
    none: 'Nothing new to deliver.',
    keptOut: 'Kept out by the checks',
    awaitingRepair: 'Rejected before, and waiting to be mended',
    awaitingComment: 'Revoked when the time to comment is over',
    until: 'until',
    delivery: 'delivery',
  },
});

type Line = PreviewView['lines'][number];

const nameOf = ({ familyName, givenNames }: Line): string => `${familyName}, ${givenNames}`;

const changesOf = ({ action, changes, reasonCode, pointsBefore, points }: Line): string => {
  if (action === 'ADD') return '–';
  const what =
    action === 'REVOKE'
      ? `${number(pointsBefore ?? 0)} → ${number(points)}`
      : changes.map(({ column, before, after }) => `${columnText(column)}: ${before} → ${after}`).join('; ');
  return [what, reasonCode && whyText(reasonCode)].filter(Boolean).join(' · ');
};

const columns: readonly Column<Line>[] = [
  { key: 'name', header: t.name, cell: nameOf, sortBy: nameOf, isName: true },
  {
    key: 'action',
    header: t.action,
    cell: ({ action }) => actionText(action),
    sortBy: ({ action }) => action,
  },
  {
    key: 'certificate',
    header: t.certificate,
    cell: ({ certificateNo, version }) => (
      <a class="ds-link nowrap" href={`/bevis/${certificateNo}`}>
        {certificateNo} v{version}
      </a>
    ),
    sortBy: ({ certificateNo }) => certificateNo,
  },
  { key: 'class', header: t.class, cell: ({ classCode }) => classCode, sortBy: ({ classCode }) => classCode },
  {
    key: 'points',
    header: t.points,
    cell: ({ points }) => number(points),
    sortBy: ({ points }) => points,
    isNumber: true,
  },
  { key: 'changes', header: t.changes, cell: changesOf },
  {
    key: 'warnings',
    header: t.warnings,
    cell: ({ warnings }) => warnings.map(({ code, means }) => `${means} (${code})`).join('; ') || '–',
  },
];

const keyOf = ({ certificateNo, lineNo, version }: Pick<Line, 'certificateNo' | 'lineNo' | 'version'>): string =>
  `${certificateNo}.${lineNo}.${version}`;

/** The lines with what they change, corrections and revocations first. */
export const PreviewLines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const order = ['REVOKE', 'CORRECT', 'ADD'];
  const sorted = [...lines].sort((one, other) => order.indexOf(one.action) - order.indexOf(other.action));
  return <Table caption={t.caption} rows={sorted} columns={columns} rowKey={keyOf} rowName={nameOf} empty={t.none} />;
};

const Part = ({ title, lines }: { readonly title: string; readonly lines: readonly (readonly [string, string])[] }) =>
  lines.length === 0 ? null : (
    <section class="stack">
      <h3 class="ds-heading" data-size="2xs">
        ⚠ {title} ({lines.length})
      </h3>
      <ul class="plain-list">
        {lines.map(([certificateNo, why]) => (
          <li key={certificateNo + why}>
            <a class="ds-link nowrap" href={`/bevis/${certificateNo}`}>
              {certificateNo}
            </a>
            : {why}
          </li>
        ))}
      </ul>
    </section>
  );

/** What does not leave, why, and what to do about it. */
export const KeptBack = ({ of: { keptOut, awaitingRepair, awaitingComment } }: { readonly of: PreviewView }) => (
  <>
    <Part
      title={t.keptOut}
      lines={keptOut.map(({ certificateNo, codes }) => [
        certificateNo,
        codes.map(({ code, means, action }) => `${means} (${code}). ${action}`).join(' '),
      ])}
    />
    <Part
      title={t.awaitingRepair}
      lines={awaitingRepair.map(({ certificateNo, seq, code }) => [
        certificateNo,
        `${code.means} (${code.code}), ${t.delivery} ${seqText(seq)}. ${code.action}`,
      ])}
    />
    <Part
      title={t.awaitingComment}
      lines={awaitingComment.map(({ certificateNo, until }) => [
        certificateNo,
        `${t.until} ${longDay(until.slice(0, 10))}`,
      ])}
    />
  </>
);
