import type { UseQueryResult } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ProblemNote } from './problem';
import { inLanguage } from './texts';

const t = inLanguage({ nb: { loading: 'Henter' }, nn: { loading: 'Hentar' }, en: { loading: 'Loading' } });

/** Nothing for 200 ms, then the shape of what is to come (ux.md 7). */
const Waiting = () => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <div class="stack" role="status" aria-label={t.loading}>
      {['60%', '90%', '75%'].map((width) => (
        <span key={width} class={`ds-skeleton wide-${width.slice(0, -1)}`} data-variant="text" aria-hidden="true" />
      ))}
    </div>
  );
};

interface LoadedProps<T> {
  readonly of: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ComponentChildren;
}

/** Shows what a query answered: the data, or what went wrong, or that it is on its way. Old data stay while new come. */
export const Loaded = <T,>({ of: { data, error, refetch }, children }: LoadedProps<T>) => {
  if (data !== undefined) return <>{children(data)}</>;
  return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Waiting />;
};
