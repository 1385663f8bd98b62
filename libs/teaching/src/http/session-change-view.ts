import type { Language } from '@kull/kernel';
import type { ClassBefore } from '../call-offs';
import type { SessionChangeConsequences } from '../domain/session-change-consequences';
import type { SessionChangePreview, SessionChangeReport } from '../session-changes';
import { exampleCallOff } from './call-off-view';
import { exampleMove, type RefusalView, refusalView } from './move-view';
import { type ClashView, clashView, type WarningView, warningView } from './planning-texts';

/** The change of one session as it goes out, before and after it is made. */
export interface SessionChangeView {
  readonly class: { readonly id: string; readonly code: string };
  /** Null: the session stands so already. */
  readonly consequences: SessionChangeConsequences | null;
  readonly clashes: readonly ClashView[];
  readonly warnings: readonly WarningView[];
}

export interface SessionChangePreviewView extends SessionChangeView {
  /** What `If-Match` of the change may say: then nobody has changed the class since this preview. */
  readonly version: number;
  /** Null: the change would be made. */
  readonly refusal: RefusalView | null;
}

export const sessionChangeView = (
  { classId: id, state }: ClassBefore,
  { consequences, clashes, warnings }: SessionChangeReport,
  language: Language,
): SessionChangeView => ({
  class: { id, code: state.plan.code },
  consequences: consequences ?? null,
  clashes: clashes.map((one) => clashView(one, language)),
  warnings: warnings.map((one) => warningView(one, language)),
});

export const sessionChangePreviewView = (
  before: ClassBefore,
  { refusal, ...report }: SessionChangePreview,
  language: Language,
): SessionChangePreviewView => ({
  ...sessionChangeView(before, report, language),
  version: before.version,
  refusal: refusal ? refusalView(refusal, language) : null,
});

export const exampleSessionChange: SessionChangeView = {
  ...exampleMove,
  consequences: {
    ...exampleMove.consequences!,
    after: exampleMove.consequences!.before,
    sessions: [],
    reminders: [],
    added: [],
    calledOff: [{ code: '4-2E', title: 'Endring', startsAt: '2027-02-23T12:00:00.000Z' }],
    attendance: { ...exampleCallOff.attendance, sessions: { before: 44, after: 43 } },
  },
};

export const exampleSessionChangePreview: SessionChangePreviewView = {
  ...exampleSessionChange,
  version: 9,
  refusal: null,
};
