import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PageProps {
  readonly title: string;
  /** Above the title: where this is. */
  readonly trail?: ComponentChildren;
  /** What can be done here, beside the title. */
  readonly acts?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A screen: its title is the window's, and gets the focus, so that readers hear where they are. */
export const Page = ({ title, trail, acts, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Kull`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      {trail && <p class="trail">{trail}</p>}
      <div class="page-head">
        <h1 class="ds-heading" data-size="md" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {acts && <div class="acts">{acts}</div>}
      </div>
      {children}
    </>
  );
};
