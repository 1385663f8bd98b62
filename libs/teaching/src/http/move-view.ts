import { problemOf } from '@kull/http';
import type { Language } from '@kull/kernel';
import type { ClassRejection } from '../domain/class.commands';
import type { MoveConsequences } from '../domain/move-consequences';
import type { MovePreview, MoveReport, WantedMove } from '../gathering-moves';
import { type ClashView, clashView, type WarningView, warningView } from './planning-texts';
import { problems } from './problems';

/** Why something would be refused, in the words of the refusal itself. */
export interface RefusalView {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
}

/** A move as it goes out, before and after it is made. */
export interface MoveView {
  readonly class: { readonly id: string; readonly code: string };
  /** Null: the gathering stands there already. */
  readonly consequences: MoveConsequences | null;
  readonly clashes: readonly ClashView[];
  readonly warnings: readonly WarningView[];
}

export interface MovePreviewView extends MoveView {
  /** What `If-Match` of the move may say: then nobody has changed the class since this preview. */
  readonly version: number;
  /** Null: the move would be made. */
  readonly refusal: RefusalView | null;
}

export const moveView = ({ classId: id, state }: WantedMove, report: MoveReport, language: Language): MoveView => ({
  class: { id, code: state.plan.code },
  consequences: report.consequences ?? null,
  clashes: report.clashes.map((one) => clashView(one, language)),
  warnings: report.warnings.map((one) => warningView(one, language)),
});

export const refusalView = (refusal: ClassRejection, language: Language): RefusalView => {
  const { code, title, detail } = problemOf(refusal, problems).parts;
  return { code, title: title[language], ...(detail && { detail: detail[language] }) };
};

export const movePreviewView = (wanted: WantedMove, preview: MovePreview, language: Language): MovePreviewView => ({
  ...moveView(wanted, preview, language),
  version: wanted.version,
  refusal: preview.refusal ? refusalView(preview.refusal, language) : null,
});

const trondheim = { id: 'cls_0123456789abcdefghjkmnpqrs', code: 'TRONDHEIM-1' };

export const exampleMove: MoveView = {
  class: trondheim,
  consequences: {
    gathering: 4,
    title: 'Ledelse av innovasjon og endring',
    before: { startsOn: '2027-02-22', endsOn: '2027-02-25', venue: 'BI Trondheim' },
    after: { startsOn: '2027-03-01', endsOn: '2027-03-04', venue: 'BI Trondheim' },
    sessions: [
      {
        code: '4-1F',
        before: { startsAt: '2027-02-22T08:00:00.000Z', room: 'TRD-201' },
        after: { startsAt: '2027-03-01T08:00:00.000Z', room: 'TRD-201' },
      },
    ],
    touched: { students: ['202600001', '202600002'], guests: [], teachers: ['T-LIE'] },
    notices: [
      { kind: 'GATHERING_MOVED', channel: 'EMAIL', language: 'nb', recipients: ['202600001'] },
      { kind: 'GATHERING_MOVED', channel: 'EMAIL', language: 'nn', recipients: ['202600002'] },
    ],
    notReached: [],
    reminders: [
      {
        daysBefore: 14,
        before: '2027-02-08T08:00:00.000Z',
        after: '2027-02-15T08:00:00.000Z',
        outcome: 'MOVES',
      },
    ],
    calendarFeeds: 3,
  },
  clashes: [],
  warnings: [],
};

export const exampleMovePreview: MovePreviewView = { ...exampleMove, version: 9, refusal: null };
