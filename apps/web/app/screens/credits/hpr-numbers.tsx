import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { StudentNumber } from '../../../../../libs/credits/src/hpr-standings';
import type { AwardPreviewRow } from '../../../../../libs/credits/src/http/award-view';
import type { WaitingVerification } from '../../../../../libs/credits/src/waiting-verifications';
import { get, send } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { useAct } from '../../kit/act';
import { dayAndTime } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { ClassSummary } from './classes';
import { ApproveVerification, ProposeVerification } from './hpr-verification';
import { reasonsText } from './reasons';

const t = inLanguage({
  nb: {
    title: 'HPR-numrene som mangler',
    name: 'Navn',
    studentNo: 'Studentnummer',
    status: 'Hva oppslaget sa',
    asked: 'Slått opp',
    acts: 'Handling',
    again: 'Spør HPR på nytt',
    answered: (released: number, held: number) =>
      `HPR er spurt. ${released} fikk poeng, ${held} holdes fortsatt igjen.`,
    correct: 'Rett nummeret',
    propose: 'Bekreft …',
    approve: 'Se og godkjenn …',
    waits: 'venter på en annens godkjenning',
    notYet: 'ikke slått opp ennå',
    none: 'Alle leger her har et HPR-nummer som er bekreftet.',
  },
  nn: {
    title: 'HPR-nummera som manglar',
    name: 'Namn',
    studentNo: 'Studentnummer',
    status: 'Kva oppslaget sa',
    asked: 'Slått opp',
    acts: 'Handling',
    again: 'Spør HPR på nytt',
    answered: (released: number, held: number) =>
      `HPR er spurt. ${released} fekk poeng, ${held} blir framleis haldne igjen.`,
    correct: 'Rett nummeret',
    propose: 'Stadfest …',
    approve: 'Sjå og godkjenn …',
    waits: 'ventar på at ein annan godkjenner',
    notYet: 'ikkje slått opp enno',
    none: 'Alle legar her har eit HPR-nummer som er stadfesta.',
  },
  en: {
    title: 'The HPR numbers that are missing',
    name: 'Name',
    studentNo: 'Student number',
    status: 'What the look-up said',
    asked: 'Looked up',
    acts: 'Act',
    again: 'Ask HPR again',
    answered: (released: number, held: number) => `HPR was asked. ${released} got points, ${held} are still held back.`,
    correct: 'Correct the number',
    propose: 'Verify …',
    approve: 'Look and approve …',
    waits: 'waits for another person’s approval',
    notYet: 'not looked up yet',
    none: 'Every physician here has an HPR number that is verified.',
  },
});

const sources: Readonly<Record<string, string>> = inLanguage({
  nb: { FILE: 'registerfilen', API: 'HPR', MANUAL: 'to personer' },
  nn: { FILE: 'registerfila', API: 'HPR', MANUAL: 'to personar' },
  en: { FILE: 'the register file', API: 'HPR', MANUAL: 'two persons' },
});

interface NumberRow {
  readonly award: AwardPreviewRow;
  readonly number: StudentNumber | undefined;
  readonly waiting: WaitingVerification | undefined;
}

const nameOf = ({ award: { familyName, givenNames } }: NumberRow): string => `${familyName}, ${givenNames}`;

interface HprNumbersProps {
  readonly of: ClassSummary;
  readonly at: string;
  readonly rows: readonly AwardPreviewRow[];
}

/** The physicians whose number is not confirmed: what the register said, and what two persons can do instead. */
export const HprNumbers = ({ of: { id, code }, at, rows }: HprNumbersProps) => {
  const me = useStaff().code;
  const toast = useToast();
  const [opened, open] = useState<{ readonly act: 'propose' | 'approve'; readonly studentNo: string } | undefined>();
  const lookUps = useQuery({
    queryKey: ['credits', 'hpr-look-ups', id],
    queryFn: () => get<{ readonly data: readonly StudentNumber[] }>(`/classes/${id}/hpr-look-ups`),
  });
  const proposals = useQuery({
    queryKey: ['credits', 'hpr-verifications', id],
    queryFn: () => get<{ readonly data: readonly WaitingVerification[] }>(`/classes/${id}/hpr-verifications`),
  });
  const again = useAct(async (_: string, key) => {
    const path = `/classes/${id}/hpr-look-ups`;
    const { released, stillHeld } = await send<{ released: number; stillHeld: number }>(path, { json: {}, key });
    toast({ text: t.answered(released, stillHeld) });
  });
  const all = rows.map((award): NumberRow => {
    const { studentNo } = award;
    return {
      award,
      number: lookUps.data?.data.find((one) => one.studentNo === studentNo),
      waiting: proposals.data?.data.find((one) => one.studentNo === studentNo),
    };
  });
  const columns: readonly Column<NumberRow>[] = [
    {
      key: 'hprName',
      header: t.name,
      cell: nameOf,
      sortBy: nameOf,
      isName: true,
      file: [{ value: nameOf }, { title: t.studentNo, value: ({ award }) => award.studentNo }],
    },
    {
      key: 'hprStatus',
      header: t.status,
      cell: ({ award }) => reasonsText(award.after.coursePoints.reasons),
    },
    {
      key: 'hprAt',
      header: t.asked,
      cell: ({ number }) =>
        number?.lookedUpAt ? `${dayAndTime(number.lookedUpAt)}, ${sources[number.source ?? '']}` : t.notYet,
    },
    {
      key: 'hprActs',
      header: t.acts,
      file: [],
      cell: (row) => {
        const { award, waiting } = row;
        const { studentNo, after } = award;
        const isMissing = after.coursePoints.reasons.includes('HPR_MISSING');
        return (
          <div class="acts">
            <Link
              class="ds-link"
              href={`/poeng/${at}/rettelser?student=${studentNo}&type=HPR_NUMBER`}
              aria-label={`${t.correct}: ${nameOf(row)}`}
            >
              {t.correct}
            </Link>
            {waiting && waiting.proposedBy !== me && (
              <button
                type="button"
                class="ds-button"
                data-size="sm"
                aria-label={`${t.approve} ${nameOf(row)}`}
                onClick={() => open({ act: 'approve', studentNo })}
              >
                {t.approve}
              </button>
            )}
            {waiting && waiting.proposedBy === me && <span class="quiet">{t.waits}</span>}
            {!waiting && !isMissing && (
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                aria-label={`${t.propose} ${nameOf(row)}`}
                onClick={() => open({ act: 'propose', studentNo })}
              >
                {t.propose}
              </button>
            )}
          </div>
        );
      },
    },
  ];
  const row = all.find(({ award }) => award.studentNo === opened?.studentNo);
  const close = () => open(undefined);
  return (
    <details class="ds-details">
      <summary>
        {t.title} ({rows.length})
      </summary>
      <div class="stack">
        <div class="acts">
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            aria-busy={again.isSending}
            disabled={again.isSending}
            onClick={() => void again.run(id)}
          >
            {t.again}
          </button>
        </div>
        {again.problem && <ProblemNote error={again.problem} />}
        <Table
          caption={t.title}
          rows={all}
          columns={columns}
          rowKey={({ award }) => award.studentNo}
          rowName={nameOf}
          empty={t.none}
          tools={{
            name: `${t.title} ${code}`,
            person: ({ award: { studentNo } }) => ({ studentNo, classId: id }),
          }}
        />
      </div>
      {row && opened?.act === 'propose' && <ProposeVerification classId={id} row={row.award} onClose={close} />}
      {row?.waiting && opened?.act === 'approve' && (
        <ApproveVerification classId={id} row={row.award} waiting={row.waiting} onClose={close} />
      )}
    </details>
  );
};
