import type { Principal } from '@kull/http';
import { People, StaffDirectory } from '@kull/people';
import { Injectable } from '@nestjs/common';
import type { InLanguages, Language } from './kit/language';
import type { Viewer } from './kit/page';

interface Link {
  readonly href: string;
  readonly text: InLanguages<string>;
}

const APPLICANT: readonly Link[] = [
  { href: '/tilbud', text: { nb: 'Tilbud', nn: 'Tilbod', en: 'Offers' } },
  { href: '/soknad', text: { nb: 'Søknad', nn: 'Søknad', en: 'Application' } },
];
const STUDENT: readonly Link[] = [
  { href: '/', text: { nb: 'Hjem', nn: 'Heim', en: 'Home' } },
  { href: '/mine-poeng', text: { nb: 'Mine poeng', nn: 'Mine poeng', en: 'My credits' } },
  { href: '/fravaer', text: { nb: 'Fravær', nn: 'Fråvær', en: 'Absence' } },
  { href: '/kursbevis', text: { nb: 'Kursbevis', nn: 'Kursbevis', en: 'Certificates' } },
  { href: '/min-profil', text: { nb: 'Min profil', nn: 'Min profil', en: 'My profile' } },
];
const ADMINISTRATOR: readonly Link[] = [
  { href: '/', text: { nb: 'Oversikt', nn: 'Oversikt', en: 'Overview' } },
  { href: '/api/docs', text: { nb: 'API', nn: 'API', en: 'API' } },
];
const ASSOCIATION: readonly Link[] = [
  { href: '/levering', text: { nb: 'Leveringer', nn: 'Leveringar', en: 'Deliveries' } },
];

/** Somebody who is logged in, before a language is chosen. */
export interface KnownViewer {
  readonly language?: Language;
  in(language: Language): Viewer;
}

/** Who looks at a page: their name and language, and what they may go to. */
@Injectable()
export class Viewers {
  constructor(
    private readonly people: People,
    private readonly staff: StaffDirectory,
  ) {}

  async of({ actor, roles }: Principal): Promise<KnownViewer> {
    const isStudent = roles.includes('student');
    const links = [
      ...(isStudent ? [...STUDENT, ...APPLICANT] : []),
      ...(roles.includes('administrator') ? ADMINISTRATOR : []),
      ...(roles.includes('association') ? ASSOCIATION : []),
    ];
    const { name, language } = isStudent ? await this.student(actor) : await this.member(actor);
    return {
      language,
      in: (chosen) => ({ name, menu: links.map(({ href, text }) => ({ href, text: text[chosen] })) }),
    };
  }

  private async student(personId: string): Promise<{ readonly name: string; readonly language?: Language }> {
    const profile = (await this.people.profiles([personId])).get(personId);
    return profile
      ? { name: `${profile.givenNames} ${profile.familyName}`.trim(), language: profile.language }
      : { name: personId };
  }

  private async member(code: string): Promise<{ readonly name: string; readonly language?: Language }> {
    const member = (await this.staff.members([code])).get(code);
    return member ?? { name: code };
  }
}
