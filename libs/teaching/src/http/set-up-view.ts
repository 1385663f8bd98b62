import type { Language } from '@kull/kernel';
import type { SetUpConsequences } from '../domain/set-up-consequences';
import type { WantedMove } from '../gathering-moves';
import type { SetUpPreview } from '../set-ups';
import { gatheringDocument } from './cohort-plan-of';
import { exampleMove, type RefusalView, refusalView } from './move-view';
import { type ClashView, clashView, type WarningView, warningView } from './planning-texts';

/** What setting up a gathering again would do, or why it cannot be set up. */
export interface SetUpPreviewView {
  readonly class: { readonly id: string; readonly code: string };
  /** What `If-Match` of the act may say: then nobody has changed the class since this preview. */
  readonly version: number;
  /** As it would stand: what the act is told. */
  readonly gathering: ReturnType<typeof gatheringDocument>;
  /** Null: it would be set up. */
  readonly refusal: RefusalView | null;
  /** Null: it is on the plan so already, or is refused. */
  readonly consequences: SetUpConsequences | null;
  readonly clashes: readonly ClashView[];
  readonly warnings: readonly WarningView[];
}

export const setUpPreviewView = (
  { classId: id, state, version, gathering }: WantedMove,
  { refusal, consequences, clashes, warnings }: SetUpPreview,
  language: Language,
): SetUpPreviewView => ({
  class: { id, code: state.plan.code },
  version,
  gathering: gatheringDocument(gathering),
  refusal: refusal ? refusalView(refusal, language) : null,
  consequences: consequences ?? null,
  clashes: clashes.map((one) => clashView(one, language)),
  warnings: warnings.map((one) => warningView(one, language)),
});

export const exampleSetUp: SetUpPreviewView = {
  class: exampleMove.class,
  version: 10,
  gathering: {
    number: 5,
    title: 'Ledelse av innovasjon og endring',
    venue: 'BI Trondheim',
    sessions: [
      {
        code: '5-1F',
        title: 'Endring i praksis',
        startsAt: '2027-04-05T09:00:00+02:00',
        hours: 4,
        room: 'TRD-201',
        teachers: ['T-LIE'],
      },
    ],
  },
  refusal: null,
  consequences: {
    gathering: 5,
    title: 'Ledelse av innovasjon og endring',
    after: { startsOn: '2027-04-05', endsOn: '2027-04-08', venue: 'BI Trondheim' },
    touched: { students: ['202600001', '202600002'], guests: [], teachers: ['T-LIE'] },
    notices: [{ kind: 'GATHERING_SET_UP', channel: 'EMAIL', language: 'nb', recipients: ['202600001'] }],
    notReached: ['202600002'],
    calendarFeeds: 3,
    reminders: [{ daysBefore: 14, at: '2027-03-22T08:00:00.000Z' }],
    attendance: {
      sessions: { before: 36, after: 44 },
      hours: { before: 144, after: 176 },
      requirements: [{ of: 'ECTS_CREDITS', minAttendance: 0.75, hours: { before: 108, after: 132 } }],
    },
    gatherings: { left: 6, of: 6 },
  },
  clashes: [],
  warnings: [],
};
