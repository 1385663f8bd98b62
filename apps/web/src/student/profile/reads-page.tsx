import { localDateInOslo, writtenDay } from '@kull/kernel';
import type { PersonRead } from '@kull/people';
import { clockText, type Language } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { Scrolling } from '../../kit/scrolling';
import { readsTexts } from './reads-texts';

export interface ReadsParts {
  readonly reads: readonly PersonRead[];
  /** What asks for older ones; absent: there are none. */
  readonly older: string | undefined;
  readonly nameOf: (account: string) => string;
}

/** Everybody who has looked at a student, the latest first. */
export const readsPage = (language: Language, viewer: Viewer, { reads, older, nameOf }: ReadsParts): string => {
  const texts = readsTexts[language];
  return pageText({
    language,
    title: texts.title,
    path: '/min-profil/innsyn',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md" id="innsyn">
          {texts.title}
        </h1>
        <p class="ds-paragraph">{texts.lead}</p>
        {reads.length > 0 && (
          <p class="ds-paragraph">
            {texts.files.intro}{' '}
            <a class="ds-link" href="/min-profil/innsyn.xlsx">
              {texts.files.xlsx}
            </a>{' '}
            ·{' '}
            <a class="ds-link" href="/min-profil/innsyn.csv">
              {texts.files.csv}
            </a>
          </p>
        )}
        {reads.length === 0 ? (
          <p class="ds-paragraph">{texts.none}</p>
        ) : (
          <Scrolling labelledBy="innsyn">
            <table class="ds-table" data-size="sm">
              <thead>
                <tr>
                  <th scope="col">{texts.when}</th>
                  <th scope="col">{texts.who}</th>
                  <th scope="col">{texts.what}</th>
                </tr>
              </thead>
              <tbody>
                {reads.map(({ at, reader, role, operation }) => (
                  <tr key={`${at} ${reader} ${operation}`}>
                    <td>{`${writtenDay(language, localDateInOslo(at))} ${clockText(at)}`}</td>
                    <td>
                      {nameOf(reader)}, {texts.roles[role] ?? role}
                    </td>
                    <td>{texts.operations[operation] ?? texts.something}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolling>
        )}
        {older && (
          <p>
            <a class="ds-button" data-variant="secondary" href={`/min-profil/innsyn?fra=${encodeURIComponent(older)}`}>
              {texts.older}
            </a>
          </p>
        )}
      </>
    ),
  });
};
