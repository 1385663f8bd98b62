import type { Language } from '@kull/kernel';
import type { CallOffPreview, ClassBefore } from '../call-offs';
import type { CallOffConsequences } from '../domain/call-off-consequences';
import { type RefusalView, refusalView } from './move-view';

/** What calling off a gathering would do, or why it cannot be called off. */
export interface CallOffPreviewView {
  readonly class: { readonly id: string; readonly code: string };
  /** What `If-Match` of the act may say: then nobody has changed the class since this preview. */
  readonly version: number;
  /** Null: it would be called off. */
  readonly refusal: RefusalView | null;
  readonly consequences: CallOffConsequences | null;
}

export const callOffPreviewView = (
  { classId: id, state, version }: ClassBefore,
  { refusal, consequences }: CallOffPreview,
  language: Language,
): CallOffPreviewView => ({
  class: { id, code: state.plan.code },
  version,
  refusal: refusal ? refusalView(refusal, language) : null,
  consequences: consequences ?? null,
});

export const exampleCallOff: CallOffConsequences = {
  gathering: 5,
  title: 'Ledelse av innovasjon og endring',
  before: { startsOn: '2027-03-08', endsOn: '2027-03-11', venue: 'BI Trondheim' },
  touched: { students: ['202600001', '202600002'], guests: [], teachers: ['T-LIE'] },
  notices: [
    { kind: 'GATHERING_CANCELLED', channel: 'EMAIL', language: 'nb', recipients: ['202600001'] },
    { kind: 'GATHERING_CANCELLED', channel: 'EMAIL', language: 'nn', recipients: ['202600002'] },
  ],
  notReached: [],
  calendarFeeds: 3,
  remindersDropped: [2],
  attendance: {
    sessions: { before: 44, after: 36 },
    hours: { before: 176, after: 144 },
    requirements: [{ of: 'ECTS_CREDITS', minAttendance: 0.75, hours: { before: 132, after: 108 } }],
  },
  gatherings: { left: 5, of: 6 },
};
