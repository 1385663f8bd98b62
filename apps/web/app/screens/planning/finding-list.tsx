import { number as written } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import type { Finding } from './findings';

const t = inLanguage({
  nb: {
    clashes: (n: string) => `${n} kollisjoner`,
    clash: '1 kollisjon',
    stops: 'Kollisjonene må løses før planen kan lagres.',
    warnings: (n: string) => `${n} ting å se på`,
    warning: '1 ting å se på',
    none: 'Ingenting kolliderer.',
    of: (n: number, code: string) => `Samling ${n} i ${code}`,
  },
  nn: {
    clashes: (n: string) => `${n} kollisjonar`,
    clash: '1 kollisjon',
    stops: 'Kollisjonane må løysast før planen kan lagrast.',
    warnings: (n: string) => `${n} ting å sjå på`,
    warning: '1 ting å sjå på',
    none: 'Ingenting kolliderer.',
    of: (n: number, code: string) => `Samling ${n} i ${code}`,
  },
  en: {
    clashes: (n: string) => `${n} clashes`,
    clash: '1 clash',
    stops: 'The clashes must be solved before the plan can be saved.',
    warnings: (n: string) => `${n} things to look at`,
    warning: '1 thing to look at',
    none: 'Nothing clashes.',
    of: (n: number, code: string) => `Gathering ${n} of ${code}`,
  },
});

/** `2 kollisjoner · 3 ting å se på`. */
export const findingCounts = (findings: readonly Finding[]): string => {
  const clashes = findings.filter(({ isClash }) => isClash).length;
  const warnings = findings.length - clashes;
  const said = [
    ...(clashes > 0 ? [`✗ ${clashes === 1 ? t.clash : t.clashes(written(clashes))}`] : []),
    ...(warnings > 0 ? [`⚠ ${warnings === 1 ? t.warning : t.warnings(written(warnings))}`] : []),
  ];
  return said.length > 0 ? said.join(' · ') : `✓ ${t.none}`;
};

interface FindingListProps {
  readonly findings: readonly Finding[];
  /** Absent where nothing can be opened. */
  readonly onOpen: (classCode: string, number: number) => void;
  readonly canOpen: (classCode: string, number: number) => boolean;
}

const Line = ({ of, onOpen, canOpen }: Omit<FindingListProps, 'findings'> & { readonly of: Finding }) => {
  const { classCode, gathering, isClash, text } = of;
  const name = gathering === undefined ? classCode : t.of(gathering, classCode);
  return (
    <li>
      <span aria-hidden="true">{isClash ? '✗' : '⚠'}</span>{' '}
      {gathering !== undefined && canOpen(classCode, gathering) ? (
        <button type="button" class="ds-link plan-link" onClick={() => onOpen(classCode, gathering)}>
          {name}
        </button>
      ) : (
        <strong>{name}</strong>
      )}
      {': '}
      {text}
    </li>
  );
};

/** What collides and what is to be looked at, with the reason, and the way to the gathering. */
export const FindingList = ({ findings, ...rest }: FindingListProps) => {
  const clashes = findings.filter(({ isClash }) => isClash);
  const warnings = findings.filter(({ isClash }) => !isClash);
  return (
    <section class="stack" aria-live="polite">
      <h2 class="ds-heading" data-size="xs">
        {findingCounts(findings)}
      </h2>
      {clashes.length > 0 && (
        <>
          <p class="ds-paragraph">{t.stops}</p>
          <ul class="plan-findings">
            {clashes.map((one) => (
              <Line key={one.key} of={one} {...rest} />
            ))}
          </ul>
        </>
      )}
      {warnings.length > 0 && (
        <ul class="plan-findings">
          {warnings.map((one) => (
            <Line key={one.key} of={one} {...rest} />
          ))}
        </ul>
      )}
    </section>
  );
};
