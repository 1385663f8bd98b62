import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface CardProps {
  readonly title: string;
  /** The whole width. */
  readonly isWide?: boolean;
  /** Twice the width of others, where there is room. */
  readonly isDouble?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the overview, with its heading. */
export const Card = ({ title, isWide = false, isDouble = false, children }: CardProps) => {
  const id = useId();
  return (
    <section
      class={`ds-card${isWide ? ' wide' : ''}${isDouble ? ' double' : ''}`}
      data-color="neutral"
      aria-labelledby={id}
    >
      <h2 class="ds-heading" data-size="2xs" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
};
