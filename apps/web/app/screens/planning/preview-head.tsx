import type { WarningView } from '../../../../../libs/teaching/src/http/planning-texts';
import { findingsOf } from './findings';

interface Props {
  /** That it cannot be done, and why; undefined where it can. */
  readonly refused: { readonly what: string; readonly why: readonly string[] } | undefined;
  readonly warnings: readonly WarningView[];
}

/** What a preview of a change to the plan begins with: why it cannot be made, and what to look at. */
export const PreviewHead = ({ refused, warnings }: Props) => {
  const toLookAt = findingsOf({ clashes: [], warnings });
  return (
    <>
      {refused && (
        <div class="ds-alert" data-color="danger">
          <strong>{refused.what}</strong> {refused.why.join(' ')}
        </div>
      )}
      {toLookAt.length > 0 && (
        <ul class="plan-findings">
          {toLookAt.map(({ key, text }) => (
            <li key={key}>
              <span aria-hidden="true">⚠</span> {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
