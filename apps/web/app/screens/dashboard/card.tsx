import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface CardProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the overview, with its heading. */
export const Card = ({ title, isWide = false, children }: CardProps) => {
  const id = useId();
  return (
    <section class={isWide ? 'ds-card wide' : 'ds-card'} data-color="neutral" aria-labelledby={id}>
      <h2 class="ds-heading" data-size="2xs" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
};
