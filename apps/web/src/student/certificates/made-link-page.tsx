import type { MadeShare } from '@kull/certificates';
import { localDateInOslo, writtenDay } from '@kull/kernel';
import type { Language } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { certificatesTexts } from './certificates-texts';

/** The link that was made, told this once. */
export const madeLinkPage = (language: Language, viewer: Viewer, { url, expiresAt }: MadeShare): string => {
  const texts = certificatesTexts[language];
  return pageText({
    language,
    title: texts.madeTitle,
    path: '/kursbevis',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {texts.madeTitle}
        </h1>
        <div class="ds-card" data-color="success">
          <div class="ds-card__block stack" role="status">
            <p class="ds-paragraph">
              <a class="ds-link address" href={url}>
                {url}
              </a>
            </p>
            <p class="ds-paragraph">{texts.madeLead(writtenDay(language, localDateInOslo(expiresAt)))}</p>
            <p class="ds-paragraph">{texts.once}</p>
          </div>
        </div>
        <p>
          <a class="ds-link" href="/kursbevis">
            {texts.back}
          </a>
        </p>
      </>
    ),
  });
};
