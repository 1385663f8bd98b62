import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { Link, useParams } from 'wouter-preact';
import type { ClassRow } from '../../../../../libs/teaching/src/read-models/classes.query';
import { getAll } from '../../api/client';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';

/** A class as the list of classes has it. */
export type ClassSummary = Omit<ClassRow, 'classId'> & { readonly id: string };

const t = inLanguage({
  nb: { title: 'Klassen finnes ikke', why: 'Kanskje er adressen feil.', all: 'Alle klasser med poeng' },
  nn: { title: 'Klassen finst ikkje', why: 'Kanskje er adressa feil.', all: 'Alle klassar med poeng' },
  en: { title: 'There is no such class', why: 'The address may be wrong.', all: 'All classes with credits' },
});

/** Every class, by code. */
export const useClasses = () =>
  useQuery({ queryKey: ['teaching', 'classes'], queryFn: () => getAll<ClassSummary>('/classes') });

/** What a class is called in an address: its code, or its id where several classes have that code. */
export const classAddress = ({ id, code }: ClassSummary, all: readonly ClassSummary[]): string =>
  all.filter((one) => one.code === code).length > 1 ? id : encodeURIComponent(code);

const classNamed = (name: string, all: readonly ClassSummary[]): ClassSummary | undefined =>
  all.find(({ id, code }) => id === name || code === name);

/** Shows the class that the address names. */
export const OfClass = ({
  children,
}: {
  readonly children: (one: ClassSummary, address: string) => ComponentChildren;
}) => {
  const { class: name = '' } = useParams();
  const classes = useClasses();
  return (
    <Loaded of={classes}>
      {(all) => {
        const found = classNamed(decodeURIComponent(name), all);
        if (found) return children(found, classAddress(found, all));
        return (
          <Page title={t.title}>
            <p class="ds-paragraph">{t.why}</p>
            <Link class="ds-link" href="/poeng">
              {t.all}
            </Link>
          </Page>
        );
      }}
    </Loaded>
  );
};
