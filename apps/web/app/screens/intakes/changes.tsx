import { number } from '../../kit/dates';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import type { ChangedOutcomeView } from './ranking-data';
import { quotaWords, ruleWords, statusWords } from './words';

const t = inLanguage({
  nb: {
    caption: 'Søkere som får et annet utfall',
    applicant: 'Søker',
    before: 'Før',
    after: 'Etter',
    rule: 'Regelen som gjorde det',
    none: 'Ingen får et annet utfall.',
    changed: 'får et annet utfall',
    waits: 'venter',
    absent: 'ikke med',
  },
  nn: {
    caption: 'Søkjarar som får eit anna utfall',
    applicant: 'Søkjar',
    before: 'Før',
    after: 'Etter',
    rule: 'Regelen som gjorde det',
    none: 'Ingen får eit anna utfall.',
    changed: 'får eit anna utfall',
    waits: 'ventar',
    absent: 'ikkje med',
  },
  en: {
    caption: 'Applicants whose outcome changes',
    applicant: 'Applicant',
    before: 'Before',
    after: 'After',
    rule: 'The rule that did it',
    none: 'Nobody’s outcome changes.',
    changed: 'get another outcome',
    waits: 'waiting',
    absent: 'not there',
  },
});

type Outcome = ChangedOutcomeView['after'];

const outcomeText = (outcome: Outcome | null): string => {
  if (!outcome) return t.absent;
  const { status, codes, offer, score } = outcome;
  if (status !== 'QUALIFIED') return `✗ ${statusWords[status]}: ${codes.join(', ')}`;
  const points = score ? ` (${score.replace('.', ',')})` : '';
  return offer ? `✓ ${offer.class}, ${quotaWords[offer.quota]}${points}` : `○ ${t.waits}${points}`;
};

/** Only those whose outcome is another, and which rule did it (ux.md E2). */
export const Changes = ({ changes }: { readonly changes: readonly ChangedOutcomeView[] }) => (
  <>
    {changes.length > 0 && (
      <p role="status">
        <strong>
          {number(changes.length)} {t.changed}
        </strong>
      </p>
    )}
    <Table
      caption={t.caption}
      isWalked={false}
      rows={changes}
      rowKey={({ id }) => id}
      empty={<p>{t.none}</p>}
      columns={[
        { key: 'soker', header: t.applicant, isName: true, cell: ({ name, applicationNo }) => name ?? applicationNo },
        { key: 'for', header: t.before, cell: ({ before }) => outcomeText(before) },
        { key: 'etter', header: t.after, cell: ({ after }) => outcomeText(after) },
        { key: 'regel', header: t.rule, cell: ({ by }) => ruleWords[by] },
      ]}
    />
  </>
);
