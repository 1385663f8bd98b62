interface BarProps {
  readonly part: number;
  readonly whole: number;
}

/** A bar beside its numbers; it says nothing that the numbers do not say. */
export const Bar = ({ part, whole }: BarProps) => {
  const width = whole > 0 ? Math.min(100, Math.round((part / whole) * 1_000) / 10) : 0;
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="8" />
      <rect class={width >= 100 ? 'full' : 'fill'} width={width} height="8" />
    </svg>
  );
};
