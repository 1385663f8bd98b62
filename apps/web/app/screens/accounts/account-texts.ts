import { inLanguage } from '../../kit/texts';

interface Texts {
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  readonly columns: { readonly who: string; readonly login: string; readonly roles: string; readonly is: string };
  readonly roles: Readonly<Record<string, string>>;
  readonly open: string;
  readonly closed: (when: string) => string;
  readonly newAccount: string;
  readonly change: string;
  readonly changeOf: (who: string) => string;
  readonly you: string;
  readonly notYours: string;
  readonly staff: string;
  readonly loginName: string;
  readonly loginNameWhy: string;
  readonly letIn: string;
  readonly letInDone: (who: string) => string;
  readonly role: string;
  readonly noRoles: string;
  readonly give: string;
  readonly take: string;
  readonly takeRole: (role: string) => string;
  readonly given: (role: string) => string;
  readonly taken: (role: string) => string;
  readonly classes: string;
  readonly orgNumber: string;
  readonly suspend: string;
  readonly suspended: string;
  readonly suspendWhy: string;
  readonly reinstate: string;
  readonly reinstated: string;
}

export const t = inLanguage<Texts>({
  nb: {
    title: 'Tilganger',
    intro: 'Hvem som kan logge inn, og som hva. En endring gjelder med én gang: den det gjelder, må logge inn på nytt.',
    empty: 'Ingen kontoer ennå. Slipp inn den første medarbeideren.',
    columns: { who: 'Hvem', login: 'Logger inn med', roles: 'Kan', is: 'Tilstand' },
    roles: {
      administrator: 'administrere alt',
      coordinator: 'koordinere klasser',
      teacher: 'føre oppmøte i klasser',
      assessor: 'vurdere søknader',
      grader: 'føre sensur',
      auditor: 'lese loggen',
      association: 'motta for Legeforeningen',
    },
    open: 'åpen',
    closed: (when) => `stengt ${when}`,
    newAccount: 'Slipp inn noen',
    change: 'Endre',
    changeOf: (who) => `Tilgangen til ${who}`,
    you: '(deg)',
    notYours: 'Din egen tilgang endrer en annen administrator.',
    staff: 'Medarbeider',
    loginName: 'Navnet der',
    loginNameWhy:
      'Det innloggingen kaller personen, for Feide «brukernavn@bi.no». Det lagres ikke, bare et avtrykk av det.',
    letIn: 'Slipp inn',
    letInDone: (who) => `${who} kan logge inn. Gi rollene som trengs.`,
    role: 'Rolle',
    noRoles: 'Ingenting ennå.',
    give: 'Gi rollen',
    take: 'Ta bort',
    takeRole: (role) => `Ta bort: ${role}`,
    given: (role) => `Gitt: ${role}.`,
    taken: (role) => `Tatt bort: ${role}.`,
    classes: 'Klasser',
    orgNumber: 'Organisasjonsnummer',
    suspend: 'Steng kontoen',
    suspended: 'Kontoen er stengt.',
    suspendWhy: 'Den som er logget inn, er ute med én gang. Rollene blir stående til kontoen åpnes igjen.',
    reinstate: 'Åpne kontoen igjen',
    reinstated: 'Kontoen er åpen igjen.',
  },
  nn: {
    title: 'Tilgangar',
    intro: 'Kven som kan logge inn, og som kva. Ei endring gjeld med éin gong: den det gjeld, må logge inn på nytt.',
    empty: 'Ingen kontoar enno. Slepp inn den første medarbeidaren.',
    columns: { who: 'Kven', login: 'Loggar inn med', roles: 'Kan', is: 'Tilstand' },
    roles: {
      administrator: 'administrere alt',
      coordinator: 'koordinere klassar',
      teacher: 'føre oppmøte i klassar',
      assessor: 'vurdere søknader',
      grader: 'føre sensur',
      auditor: 'lese loggen',
      association: 'ta imot for Legeforeininga',
    },
    open: 'open',
    closed: (when) => `stengd ${when}`,
    newAccount: 'Slepp inn nokon',
    change: 'Endre',
    changeOf: (who) => `Tilgangen til ${who}`,
    you: '(deg)',
    notYours: 'Din eigen tilgang endrar ein annan administrator.',
    staff: 'Medarbeidar',
    loginName: 'Namnet der',
    loginNameWhy:
      'Det innlogginga kallar personen, for Feide «brukarnamn@bi.no». Det blir ikkje lagra, berre eit avtrykk av det.',
    letIn: 'Slepp inn',
    letInDone: (who) => `${who} kan logge inn. Gi rollene som trengst.`,
    role: 'Rolle',
    noRoles: 'Ingenting enno.',
    give: 'Gi rolla',
    take: 'Ta bort',
    takeRole: (role) => `Ta bort: ${role}`,
    given: (role) => `Gitt: ${role}.`,
    taken: (role) => `Teke bort: ${role}.`,
    classes: 'Klassar',
    orgNumber: 'Organisasjonsnummer',
    suspend: 'Steng kontoen',
    suspended: 'Kontoen er stengd.',
    suspendWhy: 'Den som er logga inn, er ute med éin gong. Rollene blir ståande til kontoen blir opna igjen.',
    reinstate: 'Opne kontoen igjen',
    reinstated: 'Kontoen er open igjen.',
  },
  en: {
    title: 'Access',
    intro: 'Who may log in, and as what. A change holds at once: whoever it is about has to log in again.',
    empty: 'No accounts yet. Let in the first member of staff.',
    columns: { who: 'Who', login: 'Logs in with', roles: 'May', is: 'State' },
    roles: {
      administrator: 'administer everything',
      coordinator: 'coordinate classes',
      teacher: 'take attendance in classes',
      assessor: 'assess applications',
      grader: 'record grades',
      auditor: 'read the log',
      association: 'receive for the medical association',
    },
    open: 'open',
    closed: (when) => `closed ${when}`,
    newAccount: 'Let somebody in',
    change: 'Change',
    changeOf: (who) => `The access of ${who}`,
    you: '(you)',
    notYours: 'Another administrator changes your own access.',
    staff: 'Member of staff',
    loginName: 'The name there',
    loginNameWhy:
      'What the log-in calls the person, for Feide “username@bi.no”. It is not kept, only a fingerprint of it.',
    letIn: 'Let in',
    letInDone: (who) => `${who} may log in. Give the roles that are needed.`,
    role: 'Role',
    noRoles: 'Nothing yet.',
    give: 'Give the role',
    take: 'Take away',
    takeRole: (role) => `Take away: ${role}`,
    given: (role) => `Given: ${role}.`,
    taken: (role) => `Taken away: ${role}.`,
    classes: 'Classes',
    orgNumber: 'Organisation number',
    suspend: 'Close the account',
    suspended: 'The account is closed.',
    suspendWhy: 'Whoever is logged in is out at once. The roles stay for when the account is opened again.',
    reinstate: 'Open the account again',
    reinstated: 'The account is open again.',
  },
});
